package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.SalesChannel;
import io.stockledger.benchmarks.stage.StockledgerSide;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is looked at anew in the background, as the operator reads it. */
final class Recomputations {
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final Duration AT_MOST = Duration.ofMinutes(60);

  private Recomputations() {}

  /**
   * @param total none before it was begun
   * @param finishedAt none while it is under way
   */
  record Progress(long done, @Nullable Long total, Instant askedAt, @Nullable Instant finishedAt) {
    double seconds() {
      Instant end = finishedAt == null ? Instant.now() : finishedAt;
      return Duration.between(askedAt, end).toMillis() / 1e3;
    }
  }

  /** Of the one that an entry asked for; none before it is known. */
  static @Nullable Progress askedBy(StockledgerSide side, long position)
      throws IOException, InterruptedException {
    for (JsonNode line : lines(side)) {
      if (line.path("position").asLong() >= position) {
        JsonNode total = line.path("total");
        String finished = line.path("finishedAt").asString("");
        return new Progress(
            line.path("done").asLong(),
            total.isMissingNode() ? null : total.asLong(),
            Instant.parse(line.path("askedAt").asString()),
            finished.isEmpty() ? null : Instant.parse(finished));
      }
    }
    return null;
  }

  /** Waits until channels were told of all that is in the ledger, and none is under way. */
  static void awaitAll(StockledgerSide side)
      throws IOException, SQLException, InterruptedException {
    long head = side.database().number("select max(position) from ledger.event");
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    while (side.database().number("select position from outgoing.progress") < head
        || !isIdle(lines(side))) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the background does not come to an end");
      }
      Thread.sleep(AGAIN);
    }
  }

  private static boolean isIdle(JsonNode lines) {
    for (JsonNode line : lines) {
      if (line.path("finishedAt").isMissingNode()) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  private static JsonNode lines(StockledgerSide side) throws IOException, InterruptedException {
    return side.read("channels/" + SalesChannel.ID + "/recomputations", 0).path("items");
  }
}
