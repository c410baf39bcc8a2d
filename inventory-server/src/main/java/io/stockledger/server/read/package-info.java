/**
 * From a checked question to the query bus, and from a view to an answer with its {@code ETag}.
 * Start at {@link io.stockledger.server.read.Reads}.
 *
 * <p>May use: {@code http}, {@code problem}, {@code security}, the queries of {@code
 * io.stockledger.api}, Axon's query gateway. No SQL.
 */
@NullMarked
package io.stockledger.server.read;

import org.jspecify.annotations.NullMarked;
