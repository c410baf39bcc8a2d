/**
 * Disagreements of shelf and book. Start at {@link
 * io.stockledger.query.discrepancy.DiscrepancyQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.discrepancy;

import org.jspecify.annotations.NullMarked;
