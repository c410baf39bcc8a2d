/**
 * Stock on its way from one location to another, of one or many lines. Start at {@link
 * io.stockledger.api.transfer.TransferCommand}; what a transfer does to the items at its two ends
 * is a {@link io.stockledger.api.stock.TransferEvent}.
 *
 * <p>May use: {@code io.stockledger.api}, the JDK, the annotations of Jackson.
 */
@NullMarked
package io.stockledger.api.transfer;

import org.jspecify.annotations.NullMarked;
