/**
 * What channels may offer. Start at {@link io.stockledger.projections.channel.SellableRow#fold}.
 *
 * <p>May use: {@code stock}, {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.channel;

import org.jspecify.annotations.NullMarked;
