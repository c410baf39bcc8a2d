/**
 * Measures the server beside its peers, and ships with nothing. {@link
 * io.stockledger.benchmarks.Benchmarks} is the main class; every workload is a line in {@link
 * io.stockledger.benchmarks.Catalogue}.
 *
 * <p>May use everything of the server, from outside: nothing of the product knows this module.
 */
@NullMarked
package io.stockledger.benchmarks;

import org.jspecify.annotations.NullMarked;
