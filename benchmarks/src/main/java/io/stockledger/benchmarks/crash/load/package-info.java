/**
 * Clients that trade on few items with little stock, and keep what they sent and heard. What they
 * ask for comes from a seed; how they meet does not. Start at {@link
 * io.stockledger.benchmarks.crash.load.Load}.
 *
 * <p>May use: {@code crash.history}, the JDK and Jackson. It knows the ledger by its HTTP face
 * only.
 */
@NullMarked
package io.stockledger.benchmarks.crash.load;

import org.jspecify.annotations.NullMarked;
