/**
 * What is low, and the rules on it. Start at {@link
 * io.stockledger.query.lowstock.LowStockRuleQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.lowstock;

import org.jspecify.annotations.NullMarked;
