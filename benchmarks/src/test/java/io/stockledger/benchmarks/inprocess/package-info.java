@NullMarked
package io.stockledger.benchmarks.inprocess;

import org.jspecify.annotations.NullMarked;
