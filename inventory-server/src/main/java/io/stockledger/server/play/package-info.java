/**
 * The demo: a story of a minute, then a seeded trading day of a small retailer, both played through
 * the public HTTP face. An independent model, kept here from what was sent and accepted, judges the
 * ledger's figures; it shares no class with the ledger, or it would prove nothing. Start at {@link
 * io.stockledger.server.play.PlayCommand}, then {@link io.stockledger.server.play.TradingDay}.
 *
 * <p>May use: {@code io.stockledger.server.client}, the JDK and Jackson.
 */
@NullMarked
package io.stockledger.server.play;

import org.jspecify.annotations.NullMarked;
