/**
 * The lines of transfers, each end for itself. The fold is pure: start at {@link
 * io.stockledger.projections.transfer.TransferEnds#fold}.
 *
 * <p>May use: {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.transfer;

import org.jspecify.annotations.NullMarked;
