/**
 * Judges a history, from outside: it folds the events itself and knows no class of the ledger, so
 * that it cannot share the ledger's mistakes. Pure: the same history, the same findings. Start at
 * {@link io.stockledger.benchmarks.crash.check.Checker}; every rule is a class.
 *
 * <p>May use: {@code crash.history}, the JDK and Jackson.
 */
@NullMarked
package io.stockledger.benchmarks.crash.check;

import org.jspecify.annotations.NullMarked;
