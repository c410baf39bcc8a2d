package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a refusal was right in the world as it was at its position. */
final class RefusalJudge {
  /** Between the clock of the run and the clock of the node, which are read at different times. */
  private static final Duration TOLERANCE = Duration.ofMillis(50);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final World world;
  private final TransferRefusalJudge transfers;
  private final Findings findings;

  RefusalJudge(World world, Findings findings) {
    this.world = world;
    this.transfers = new TransferRefusalJudge(world);
    this.findings = findings;
  }

  /**
   * @param receipt of the refusal; the world is at its position
   * @param first when its command was sent first
   */
  void judge(StoredReceipt receipt, Attempt first) {
    JsonNode problem = JSON.readTree(receipt.answer());
    Instant from = first.sentAt().minus(TOLERANCE);
    Instant to = receipt.recordedAt().plus(TOLERANCE);
    boolean justified =
        problem.has("transferId")
            ? transfers.isJustified(type(problem), problem, JSON.readTree(first.body()))
            : isJustified(problem, from, to);
    if (!justified) {
      findings.add(
          Kind.UNJUSTIFIED,
          receipt.key(),
          "at %d: %s".formatted(receipt.position(), receipt.answer()));
    }
  }

  private boolean isJustified(JsonNode problem, Instant from, Instant to) {
    return switch (type(problem)) {
      case "insufficient-stock" ->
          requested(problem) > number(problem, "available")
              && may(problem, "available", Figures::available, from, to);
      case "exceeds-on-hand" ->
          requested(problem) > number(problem, "onHand")
              && may(problem, "onHand", Figures::good, from, to);
      case "exceeds-reserved" -> exceedsReserved(problem);
      case "lines-refused" -> areJustified(problem.path("lines"), from, to);
      case "reservation-closed" -> isClosed(problem);
      case "reservation-expired" -> isExpired(problem, to);
      case "unknown-reservation" -> world.promise(reservation(problem)) == null;
      case "unknown-item" -> world.item(Entry.stream(problem)).version() == 0;
      case "unknown-line" -> isElsewhere(problem);
      case "duplicate-id" -> world.promise(reservation(problem)) != null;
      default -> false;
    };
  }

  private static String type(JsonNode problem) {
    String type = problem.path("type").asString("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private boolean areJustified(JsonNode lines, Instant from, Instant to) {
    return !lines.isEmpty() && lines.valueStream().allMatch(line -> isJustified(line, from, to));
  }

  /** Whether the item had the figure at some moment, whatever ran out meanwhile. */
  private boolean may(
      JsonNode problem, String name, ToLongFunction<Figures> figure, Instant from, Instant to) {
    ItemFold item = world.item(Entry.stream(problem));
    long told = number(problem, name);
    return item.moments(from, to).stream()
        .anyMatch(moment -> figure.applyAsLong(item.figuresAt(moment)) == told);
  }

  private boolean exceedsReserved(JsonNode problem) {
    PromiseFold promise = world.promise(reservation(problem));
    return promise != null
        && promise.open() == number(problem, "open")
        && requested(problem) > promise.open();
  }

  private boolean isClosed(JsonNode problem) {
    PromiseFold promise = world.promise(reservation(problem));
    return promise != null && problem.path("state").asString("").equals(promise.closedState());
  }

  private boolean isExpired(JsonNode problem, Instant to) {
    PromiseFold promise = world.promise(reservation(problem));
    return promise != null && promise.mayBeExpired(to);
  }

  private boolean isElsewhere(JsonNode problem) {
    PromiseFold promise = world.promise(reservation(problem));
    return promise != null && !promise.isOn(problem.path("line").asString(""));
  }

  private static String reservation(JsonNode problem) {
    return problem.path("reservationId").asString("");
  }

  private static long requested(JsonNode problem) {
    return number(problem, "requested");
  }

  private static long number(JsonNode problem, String field) {
    return problem.path(field).asLong(-1);
  }
}
