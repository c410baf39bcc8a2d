/**
 * What is measured. A {@link io.stockledger.benchmarks.workload.Workload} is one class; it sets a
 * stage, puts load on it, has the outcome verified, and says its figures.
 */
@NullMarked
package io.stockledger.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
