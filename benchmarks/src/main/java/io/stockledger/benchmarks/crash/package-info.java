/**
 * The proof by crash: real processes under load, a fault at a random moment, and a checker that
 * judges from outside what is left. Start at {@link io.stockledger.benchmarks.crash.CrashProof};
 * what happens in one cycle is {@link io.stockledger.benchmarks.crash.Cycle}, what must be true
 * afterwards {@link io.stockledger.benchmarks.crash.check.Checker}.
 */
@NullMarked
package io.stockledger.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
