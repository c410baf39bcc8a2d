/**
 * The real processes: PostgreSQL, the nodes, and the wire between them, each of which can be made
 * to fail by itself. Start at {@link io.stockledger.benchmarks.crash.site.Site}.
 *
 * <p>May use: the server's main class in a process of its own, and the embedded PostgreSQL's
 * binaries; no other class of the product.
 */
@NullMarked
package io.stockledger.benchmarks.crash.site;

import org.jspecify.annotations.NullMarked;
