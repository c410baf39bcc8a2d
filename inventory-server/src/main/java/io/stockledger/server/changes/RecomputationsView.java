package io.stockledger.server.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.outgoing.change.Recomputation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is looked at anew in the background, and how far it is. */
record RecomputationsView(
    String channel, List<RecomputationLine> items, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param cause {@code rule}, {@code switch}, {@code registry} or {@code source}
   * @param position of the last entry that asked for it
   * @param locations absent for every location
   * @param skus absent for every product
   * @param done items that were looked at
   * @param total items that there are; absent before it was begun
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RecomputationLine(
      long id,
      String cause,
      long position,
      @Nullable List<String> locations,
      @Nullable List<String> skus,
      long done,
      @Nullable Long total,
      Instant askedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    static RecomputationLine of(Recomputation task) {
      List<String> locations = task.reach().locations();
      List<String> skus = task.reach().skus();
      return new RecomputationLine(
          task.id(),
          task.cause().word(),
          task.position(),
          locations.isEmpty() ? null : locations,
          skus.isEmpty() ? null : skus,
          task.done(),
          task.total(),
          task.askedAt(),
          task.startedAt(),
          task.finishedAt());
    }
  }
}
