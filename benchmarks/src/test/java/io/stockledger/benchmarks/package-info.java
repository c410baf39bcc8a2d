@NullMarked
package io.stockledger.benchmarks;

import org.jspecify.annotations.NullMarked;
