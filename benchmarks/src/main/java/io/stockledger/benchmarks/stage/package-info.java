/**
 * What a workload needs around it, in real processes: a private durable PostgreSQL, servers in JVMs
 * of their own, a database for each. All of it is gone afterwards. Start reading at {@link
 * io.stockledger.benchmarks.stage.Stage}.
 */
@NullMarked
package io.stockledger.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
