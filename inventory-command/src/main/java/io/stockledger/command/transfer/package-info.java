/**
 * Transfers: what leaves one item and arrives at another. Rules decide on drafts of all items
 * together and write nothing; start at {@link
 * io.stockledger.command.transfer.TransferCommandHandler}, which is their shell, and at {@link
 * io.stockledger.command.transfer.Transfer}, which entries make.
 *
 * <p>May use: {@code stock}, the API. Only the shell knows Axon.
 */
@NullMarked
package io.stockledger.command.transfer;

import org.jspecify.annotations.NullMarked;
