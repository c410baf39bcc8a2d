/**
 * Rules on low stock over HTTP. Start at {@link
 * io.stockledger.server.lowstock.LowStockRuleController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.lowstock;

import org.jspecify.annotations.NullMarked;
