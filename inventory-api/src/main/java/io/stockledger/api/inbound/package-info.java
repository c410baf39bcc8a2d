/**
 * What suppliers are expected to bring: purchase orders and shipping notices of one or many lines.
 * Start at {@link io.stockledger.api.inbound.InboundCommand}; what a line does to its item is a
 * {@link io.stockledger.api.stock.SupplyEvent}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.inbound;

import org.jspecify.annotations.NullMarked;
