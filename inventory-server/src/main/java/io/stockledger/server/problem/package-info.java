/**
 * Every "no" of the HTTP face: problem details (RFC 9457) with stable types. Start at {@link
 * io.stockledger.server.problem.ProblemType}; refusals become problems in one place, {@link
 * io.stockledger.server.problem.RefusalProblems}.
 *
 * <p>May use: {@code io.stockledger.api}, Spring's web types, Jackson. No Axon, no SQL.
 */
@NullMarked
package io.stockledger.server.problem;

import org.jspecify.annotations.NullMarked;
