@NullMarked
package io.stockledger.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
