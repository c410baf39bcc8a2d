/** The checker on histories of a ledger that is only imagined, right ones and damaged ones. */
@NullMarked
package io.stockledger.benchmarks.crash.check;

import org.jspecify.annotations.NullMarked;
