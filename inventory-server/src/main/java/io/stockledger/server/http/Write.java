package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;
import io.stockledger.server.security.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a write says beside its body, checked.
 *
 * @param key absent only on a dry run
 * @param requestHash what makes two requests under one key the same, hex
 * @param ifVersion the version in {@code If-Match}
 * @param dryRun decide and answer, write nothing
 * @param at when it came, by this node's clock
 */
public record Write(
    Caller caller,
    @Nullable String key,
    String requestHash,
    @Nullable Long ifVersion,
    boolean dryRun,
    Instant at) {

  /**
   * A version belongs to one thing; a request about several takes none.
   *
   * @throws io.stockledger.server.problem.ProblemException {@code invalid-request}
   */
  public void refusePrecondition() {
    if (ifVersion != null) {
      throw Faults.one(
          "If-Match", "is not taken by a request that may be about several items", ifVersion);
    }
  }
}
