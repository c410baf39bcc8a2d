/**
 * What a channel may offer, over HTTP. Start at {@link io.stockledger.server.channel.ChannelReads}.
 *
 * <p>May use: {@code http}, {@code read}, {@code problem}, {@code security} and the messages of
 * {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.channel;

import org.jspecify.annotations.NullMarked;
