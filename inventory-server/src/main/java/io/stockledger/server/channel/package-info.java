/**
 * What a channel may offer, over HTTP: channels, their rules, off switches, and the answers. Start
 * at {@link io.stockledger.server.channel.ChannelController}.
 *
 * <p>May use: {@code http}, {@code write}, {@code read}, {@code problem}, {@code security} and the
 * messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.channel;

import org.jspecify.annotations.NullMarked;
