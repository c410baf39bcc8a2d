@NullMarked
package io.stockledger.benchmarks.load;

import org.jspecify.annotations.NullMarked;
