/**
 * What the ledger tells others unasked. Start at {@link io.stockledger.outgoing.change.Announcer}.
 *
 * <p>May use: {@code io.stockledger.promise}, {@code io.stockledger.api}, JDBC, Flyway.
 */
@NullMarked
package io.stockledger.outgoing;

import org.jspecify.annotations.NullMarked;
