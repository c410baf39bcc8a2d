/**
 * The read side as its operators see it, and its making anew. Start at {@link
 * io.stockledger.server.projection.RebuildController}.
 *
 * <p>May use: {@code http}, {@code read}, {@code write}, {@code problem}, {@code security} and the
 * messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.projection;

import org.jspecify.annotations.NullMarked;
