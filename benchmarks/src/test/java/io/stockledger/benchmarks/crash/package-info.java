/** A few real cycles, as many as a build can wait for. */
@NullMarked
package io.stockledger.benchmarks.crash;

import org.jspecify.annotations.NullMarked;
