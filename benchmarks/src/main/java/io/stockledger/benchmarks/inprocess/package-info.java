/**
 * Command buses without HTTP, and a writer without commands: each in a JVM of its own that measures
 * itself when it is asked to. {@link io.stockledger.benchmarks.inprocess.Worker} is that JVM's main
 * class, {@link io.stockledger.benchmarks.inprocess.WorkerProcess} its other end.
 */
@NullMarked
package io.stockledger.benchmarks.inprocess;

import org.jspecify.annotations.NullMarked;
