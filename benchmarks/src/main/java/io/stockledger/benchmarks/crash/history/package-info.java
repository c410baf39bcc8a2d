/**
 * What a crash run saw, as data: what was sent and answered, what the database holds, what was read
 * afterwards. Kept as NDJSON, so that a run can be judged again. Start at {@link
 * io.stockledger.benchmarks.crash.history.History}.
 *
 * <p>May use: the JDK and Jackson. It knows no class of the ledger.
 */
@NullMarked
package io.stockledger.benchmarks.crash.history;

import org.jspecify.annotations.NullMarked;
