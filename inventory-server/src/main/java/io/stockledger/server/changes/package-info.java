/**
 * What channels are told of changes, over HTTP: as a stream and as a list. Start at {@link
 * io.stockledger.server.changes.ChangesReads}.
 *
 * <p>May use: {@code http}, {@code read}, {@code problem}, {@code security}, {@code
 * io.stockledger.outgoing} and the messages of {@code io.stockledger.api}. No SQL.
 */
@NullMarked
package io.stockledger.server.changes;

import org.jspecify.annotations.NullMarked;
