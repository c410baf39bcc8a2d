/**
 * The history of items. Start at {@link io.stockledger.projections.audit.HistoryRow#fold}.
 *
 * <p>May use: {@code stock}, {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.audit;

import org.jspecify.annotations.NullMarked;
