/**
 * What was in force at a past moment, from the entries of the ledger alone. Pure: entries are given
 * in the order of their versions. Start at {@link io.stockledger.promise.replay.Past}.
 *
 * <p>May use: {@code io.stockledger.promise}, {@code io.stockledger.api}. No clock, no database.
 */
@NullMarked
package io.stockledger.promise.replay;

import org.jspecify.annotations.NullMarked;
