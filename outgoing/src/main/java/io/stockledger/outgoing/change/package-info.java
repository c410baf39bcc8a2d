/**
 * The log of what channels saw change. Start at {@link io.stockledger.outgoing.change.ChangeLog}.
 *
 * <p>May use: {@code io.stockledger.promise}, {@code io.stockledger.api}, JDBC.
 */
@NullMarked
package io.stockledger.outgoing.change;

import org.jspecify.annotations.NullMarked;
