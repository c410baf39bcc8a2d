/**
 * Expected supply over HTTP. Start at {@link io.stockledger.server.inbound.InboundController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security}, figures
 * by condition of {@code stock}, ids of {@code reservation}, and the messages of {@code
 * io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.inbound;

import org.jspecify.annotations.NullMarked;
