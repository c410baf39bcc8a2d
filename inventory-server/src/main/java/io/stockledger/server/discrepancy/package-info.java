/**
 * Disagreements of shelf and book over HTTP. Start at {@link
 * io.stockledger.server.discrepancy.DiscrepancyController} for writes, {@link
 * io.stockledger.server.discrepancy.DiscrepancyReads} for reads.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security}, {@code
 * stock} and the messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.discrepancy;

import org.jspecify.annotations.NullMarked;
