package io.stockledger.benchmarks.crash.check;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether a refusal that names a transfer was right in the world as it was at its position. */
final class TransferRefusalJudge {
  private final World world;

  TransferRefusalJudge(World world) {
    this.world = world;
  }

  /**
   * @param type the last word of the problem's type
   * @param request what was asked for
   */
  boolean isJustified(String type, JsonNode problem, JsonNode request) {
    TransferFold transfer = world.transfer(problem.path("transferId").asString(""));
    if (transfer == null) {
      return type.equals("unknown-transfer");
    }
    String part = problem.path("part").asString("");
    TransferLineFold line = transfer.line(problem.path("line").asString(""));
    return switch (type) {
      case "transfer-closed" ->
          !transfer.isOpen() && problem.path("state").asString("").equals(transfer.state());
      case "duplicate-id" -> part.isEmpty() || transfer.hasPart(part);
      case "unknown-line" -> line == null;
      case "unknown-part" -> !transfer.hasPart(part);
      case "part-received" -> transfer.hasPart(part) && transfer.inTransit(part) == 0;
      case "exceeds-set-aside" -> exceedsSetAside(problem, transfer, line);
      case "exceeds-in-transit" -> line != null && exceedsInTransit(problem, line, request);
      case "reason-needed" ->
          !request.has("reason")
              && !problem.path("lines").isEmpty()
              && problem
                  .path("lines")
                  .valueStream()
                  .allMatch(missing -> isMissing(missing, part, transfer));
      default -> false;
    };
  }

  /** Where no line is named, everything was asked for, and there is nothing. */
  private static boolean exceedsSetAside(
      JsonNode problem, TransferFold transfer, @Nullable TransferLineFold line) {
    long told = number(problem, "setAside");
    return line == null
        ? told == 0 && transfer.setAside() == 0
        : told == line.setAside() && number(problem, "requested") > told;
  }

  /** Only what once left may arrive as more than it was, and only with a reason. */
  private static boolean exceedsInTransit(
      JsonNode problem, TransferLineFold line, JsonNode request) {
    long told = number(problem, "inTransit");
    return told == line.part(request.path("part").asString("")).inTransit()
        && number(problem, "requested") > told
        && (!request.has("reason") || line.dispatched() == 0);
  }

  private static boolean isMissing(JsonNode told, String part, TransferFold transfer) {
    TransferLineFold line = transfer.line(told.path("line").asString(""));
    if (line == null) {
      return false;
    }
    long inTransit = part.isEmpty() ? line.inTransit() : line.part(part).inTransit();
    return number(told, "inTransit") == inTransit
        && number(told, "missing") == inTransit - number(told, "received")
        && number(told, "missing") > 0;
  }

  private static long number(JsonNode problem, String field) {
    return problem.path(field).asLong(-1);
  }
}
