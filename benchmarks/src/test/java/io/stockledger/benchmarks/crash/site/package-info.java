/** The wire, against what a driver says. */
@NullMarked
package io.stockledger.benchmarks.crash.site;

import org.jspecify.annotations.NullMarked;
