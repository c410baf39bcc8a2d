@NullMarked
package io.stockledger.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
