package io.stockledger.benchmarks.crash.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Set;

/**
 * A command as it was sent once, and what came back. The same key may be sent several times.
 *
 * @param node that it was sent to, from 1
 * @param sentAt and {@code doneAt}: by the clock of the run, which never goes back
 * @param status 0 where no answer came
 * @param answer the body as it came, or why none came
 * @param replayed the answer said that it repeats an earlier one
 * @param position that the answer named, 0 where it named none
 */
public record Attempt(
    String key,
    String path,
    String body,
    int node,
    Instant sentAt,
    Instant doneAt,
    int status,
    String answer,
    boolean replayed,
    long position) {
  private static final Set<Integer> DECISIONS = Set.of(200, 201, 404, 409, 412);

  /** Whether the answer is one that the ledger stands by; all others leave the outcome open. */
  @JsonIgnore
  public boolean isDecided() {
    return DECISIONS.contains(status) && !answer.contains("/problems/key-in-flight");
  }

  @JsonIgnore
  public boolean isRefused() {
    return isDecided() && status >= 400;
  }
}
