package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays what suppliers announce, each announcement to its end. */
final class Supplies {
  private static final int SECONDS_UNTIL_IT_COMES = 300;

  /** What comes later comes on another day. */
  private static final int DAYS_UNTIL_IT_COMES = 10;

  private final Desk desk;

  Supplies(Desk desk) {
    this.desk = desk;
  }

  private record Order(
      Step.Supply step, String key, String id, Instant made, Instant comes, LocalDate by) {
    String name(Step.Line line) {
      return Integer.toString(step.lines().indexOf(line) + 1);
    }
  }

  void play(Step.Supply step, String key) {
    Instant made = desk.plan().at(step.second());
    String id = desk.plan().run() + "-" + key.replace(':', '-');
    Instant comes = made.plusSeconds(SECONDS_UNTIL_IT_COMES);
    LocalDate by = comes.atOffset(ZoneOffset.UTC).toLocalDate();
    boolean later = step.coming() == Step.Coming.LATER;
    Order order =
        new Order(step, key, id, made, comes, later ? by.plusDays(DAYS_UNTIL_IT_COMES) : by);
    if (!announce(order)) {
      return;
    }
    switch (step.coming()) {
      case WHOLE -> receive(order, "", Step.Line::units, 0, 0);
      case IN_PARTS -> {
        receive(order, "a", line -> Math.max(1, line.units() / 2), 0, 0);
        receive(order, "b", line -> line.units() - Math.max(1, line.units() / 2), 0, 0);
      }
      case SHORT -> receive(order, "", line -> line.units() - 1L, 1, 0);
      case EXCESS -> receive(order, "", Step.Line::units, 0, 2);
      case REVISED -> {
        if (revise(order)) {
          receive(order, "", line -> line.units() + 5L, 0, 0);
        }
      }
      case CANCELLED -> cancel(order);
      case LATER -> {}
    }
  }

  private boolean announce(Order order) {
    ObjectNode body =
        object()
            .put("inboundId", order.id())
            .put("kind", "purchase-order")
            .put("vendor", "acme")
            .put("location", order.step().lines().getFirst().item().location())
            .put("expectedBy", order.by().toString())
            .put("occurredAt", order.made().toString());
    ArrayNode lines = body.putArray("lines");
    for (Step.Line line : order.step().lines()) {
      lines.addObject().put("sku", line.item().sku()).put("quantity", line.units());
    }
    Answer answer = desk.send(Client.WMS, order.key(), "/v1/inbound", body, false);
    noteAll(order, order.made(), line -> line.units(), answer);
    return answer.accepted();
  }

  private boolean revise(Order order) {
    ObjectNode body = object();
    ArrayNode lines = body.putArray("lines");
    for (Step.Line line : order.step().lines()) {
      lines.addObject().put("line", order.name(line)).put("quantity", line.units() + 5);
    }
    Answer answer = tell(order, "revise", "", body);
    noteAll(order, order.made(), line -> 5, answer);
    return answer.accepted();
  }

  private void cancel(Order order) {
    Answer answer = tell(order, "cancel", "", object());
    noteAll(order, order.made(), line -> -line.units(), answer);
  }

  private void noteAll(Order order, Instant at, ToLongFunction<Step.Line> units, Answer answer) {
    if (answer.accepted()) {
      for (Step.Line line : order.step().lines()) {
        desk.note(line.item(), at, new Deed.Announced(units.applyAsLong(line), order.by()), answer);
      }
    }
  }

  /**
   * @param missing of each line, for good
   * @param excess of each line, beyond what was announced
   */
  private void receive(
      Order order, String part, ToLongFunction<Step.Line> units, long missing, long excess) {
    ObjectNode body = object().put("occurredAt", order.comes().toString());
    ArrayNode lines = body.putArray("lines");
    for (Step.Line line : order.step().lines()) {
      long came = units.applyAsLong(line) + excess;
      if (came + missing > 0) {
        ObjectNode one = lines.addObject().put("line", order.name(line)).put("quantity", came);
        if (missing > 0) {
          one.put("missing", missing).put("reason", "SHORT");
        } else if (excess > 0) {
          one.put("reason", "EXCESS");
        }
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    Answer answer = tell(order, "receive", part, body);
    if (answer.accepted()) {
      for (Step.Line line : order.step().lines()) {
        long came = units.applyAsLong(line) + excess;
        if (came + missing > 0) {
          Deed deed = new Deed.Came(Map.of(Shelf.GOOD, came), came - excess + missing, order.by());
          desk.note(line.item(), order.comes(), deed, answer);
        }
      }
    }
  }

  private Answer tell(Order order, String verb, String part, ObjectNode body) {
    String path = "/v1/inbound/" + order.id() + "/" + verb;
    return desk.send(Client.WMS, order.key() + ":" + verb + part, path, body, false);
  }
}
