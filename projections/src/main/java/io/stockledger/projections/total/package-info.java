/**
 * What totals of feeds came to: the newest word of each source, and what a day's were off by. Start
 * at {@link io.stockledger.projections.total.TotalsFold}.
 *
 * <p>May use: {@code running}, {@code table}, the API.
 */
@NullMarked
package io.stockledger.projections.total;

import org.jspecify.annotations.NullMarked;
