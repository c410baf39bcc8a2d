/**
 * Transfers over HTTP. Start at {@link io.stockledger.server.transfer.TransferController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security}, figures
 * by condition of {@code stock}, ids of {@code reservation}. No SQL.
 */
@NullMarked
package io.stockledger.server.transfer;

import org.jspecify.annotations.NullMarked;
