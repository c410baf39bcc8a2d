/**
 * Disagreements of shelf and book. The fold is pure: start at {@link
 * io.stockledger.projections.discrepancy.DiscrepancyRow#fold}.
 *
 * <p>May use: {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.discrepancy;

import org.jspecify.annotations.NullMarked;
