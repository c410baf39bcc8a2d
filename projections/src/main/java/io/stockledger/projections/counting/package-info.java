/**
 * What speaks for counting an item. Start at {@link
 * io.stockledger.projections.counting.CountNeedRow#fold}.
 *
 * <p>May use: {@code stock}, {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.counting;

import org.jspecify.annotations.NullMarked;
