/**
 * Others to be measured beside, each a server in a process of its own, on the same HTTP stack.
 *
 * <p>Uses nothing of the product but, where it says so, the shape of its rows.
 */
@NullMarked
package io.stockledger.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
