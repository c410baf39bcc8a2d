/**
 * Transfers. Start at {@link io.stockledger.query.transfer.TransferQueries}.
 *
 * <p>May use: {@code reading}, the API, Axon's query annotations.
 */
@NullMarked
package io.stockledger.query.transfer;

import org.jspecify.annotations.NullMarked;
