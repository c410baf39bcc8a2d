/**
 * The load generator: one thread, many connections, and what it counted. It knows HTTP and no
 * stock.
 */
@NullMarked
package io.stockledger.benchmarks.load;

import org.jspecify.annotations.NullMarked;
