package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays transfers from a warehouse to a store, each to its end. */
final class Transfers {
  static final int SECONDS_ON_THE_WAY = 600;

  private final ActorScript script;
  private final Desk desk;

  Transfers(ActorScript script, Desk desk) {
    this.script = script;
    this.desk = desk;
  }

  /** One transfer while it is played. */
  private record Way(Step.Transfer step, String key, String id, Instant left, Instant arrived) {
    Item there(Step.Line line) {
      return new Item(step.to(), line.item().sku());
    }

    String name(Step.Line line) {
      return Integer.toString(step.lines().indexOf(line) + 1);
    }
  }

  void play(Step.Transfer step, String key) {
    Instant left = desk.plan().at(step.second());
    String id = desk.plan().run() + "-" + key.replace(':', '-');
    Way way = new Way(step, key, id, left, left.plusSeconds(SECONDS_ON_THE_WAY));
    boolean street = step.course() == Step.Course.STREET;
    Answer asked = request(way, street);
    if (!asked.accepted()) {
      return;
    }
    for (Step.Line line : step.lines()) {
      desk.note(line.item(), left, street ? good(-line.units()) : kept(line.units()), asked);
      if (street) {
        desk.note(way.there(line), left, good(line.units()), asked);
      }
    }
    go(way);
  }

  private void go(Way way) {
    Map<Step.Line, Long> all = units(way, Step.Line::units);
    Map<Step.Line, Long> half = units(way, line -> Math.max(1, line.units() / 2));
    Map<Step.Line, Long> rest = units(way, line -> line.units() - Math.max(1, line.units() / 2));
    switch (way.step().course()) {
      case STREET -> {}
      case WHOLE -> {
        if (dispatch(way, "a", all)) {
          receive(way, "a", all);
        }
      }
      case IN_PARTS -> {
        boolean first = dispatch(way, "a", half);
        boolean second = !rest.isEmpty() && dispatch(way, "b", rest);
        if (second) {
          receive(way, "b", rest);
        }
        if (first) {
          receive(way, "a", half);
        }
      }
      case SHORT -> {
        if (dispatch(way, "a", all)) {
          receiveShort(way, all);
        }
      }
      case CANCELLED -> cancel(way);
      case CLOSED -> {
        if (dispatch(way, "a", half)) {
          close(way, half, rest);
        }
      }
    }
  }

  private static Map<Step.Line, Long> units(Way way, ToLongFunction<Step.Line> of) {
    Map<Step.Line, Long> units = new LinkedHashMap<>();
    for (Step.Line line : way.step().lines()) {
      long some = of.applyAsLong(line);
      if (some > 0) {
        units.put(line, some);
      }
    }
    return units;
  }

  private Answer request(Way way, boolean street) {
    ObjectNode body =
        object()
            .put("transferId", way.id())
            .put("from", way.step().lines().getFirst().item().location())
            .put("to", way.step().to())
            .put("occurredAt", way.left().toString());
    if (street) {
      body.put("move", true);
    }
    ArrayNode lines = body.putArray("lines");
    for (Step.Line line : way.step().lines()) {
      lines.addObject().put("sku", line.item().sku()).put("quantity", line.units());
    }
    return desk.send(script.client(), way.key(), "/v1/transfers", body, false);
  }

  private boolean dispatch(Way way, String part, Map<Step.Line, Long> units) {
    ObjectNode body = object().put("part", part).put("occurredAt", way.left().toString());
    ArrayNode lines = body.putArray("lines");
    units.forEach((line, n) -> lines.addObject().put("line", way.name(line)).put("quantity", n));
    Answer answer = tell(way, "dispatch", part, body);
    if (answer.accepted()) {
      units.forEach(
          (line, n) -> {
            desk.note(line.item(), way.left(), new Deed.Left(n), answer);
            desk.note(way.there(line), way.left(), new Deed.UnderWay(n), answer);
          });
    }
    return answer.accepted();
  }

  private void receive(Way way, String part, Map<Step.Line, Long> units) {
    ObjectNode body = object().put("part", part).put("occurredAt", way.arrived().toString());
    Answer answer = tell(way, "receive", part, body);
    if (answer.accepted()) {
      units.forEach(
          (line, n) ->
              desk.note(
                  way.there(line),
                  way.arrived(),
                  new Deed.Arrived(Map.of(Shelf.GOOD, n), 0),
                  answer));
    }
  }

  /** Of the first line one unit never arrives, and of many one is damaged. */
  private void receiveShort(Way way, Map<Step.Line, Long> units) {
    ObjectNode body =
        object().put("part", "a").put("reason", "LOST").put("occurredAt", way.arrived().toString());
    ArrayNode lines = body.putArray("lines");
    Map<Step.Line, Deed> deeds = new LinkedHashMap<>();
    units.forEach(
        (line, n) -> {
          boolean first = deeds.isEmpty();
          long missing = first ? 1 : 0;
          long damaged = first && n > 2 ? 1 : 0;
          lines
              .addObject()
              .put("line", way.name(line))
              .putObject("received")
              .put(Shelf.GOOD.word(), n - missing - damaged)
              .put(Shelf.DAMAGED.word(), damaged);
          deeds.put(
              line,
              new Deed.Arrived(
                  Map.of(Shelf.GOOD, n - missing - damaged, Shelf.DAMAGED, damaged), missing));
        });
    Answer answer = tell(way, "receive", "a", body);
    if (answer.accepted()) {
      deeds.forEach((line, deed) -> desk.note(way.there(line), way.arrived(), deed, answer));
    }
  }

  private void cancel(Way way) {
    Answer answer = tell(way, "cancel", "", object());
    if (answer.accepted()) {
      for (Step.Line line : way.step().lines()) {
        desk.note(line.item(), way.left(), kept(-line.units()), answer);
      }
    }
  }

  /** What left is lost, what stayed is free again. */
  private void close(Way way, Map<Step.Line, Long> lost, Map<Step.Line, Long> stayed) {
    String path = "/v1/transfers/" + way.id() + "/close";
    ObjectNode body = object().put("reason", "LOST");
    Answer answer = desk.send(Client.MANAGER, way.key() + ":close", path, body, false);
    if (answer.accepted()) {
      stayed.forEach((line, n) -> desk.note(line.item(), way.arrived(), kept(-n), answer));
      lost.forEach(
          (line, n) ->
              desk.note(way.there(line), way.arrived(), new Deed.Arrived(Map.of(), n), answer));
    }
  }

  private Answer tell(Way way, String verb, String part, ObjectNode body) {
    String path = "/v1/transfers/" + way.id() + "/" + verb;
    return desk.send(script.client(), way.key() + ":" + verb + part, path, body, false);
  }

  private static Deed good(long units) {
    return new Deed.Moved(Shelf.GOOD, units);
  }

  private static Deed kept(long units) {
    return new Deed.Kept(units);
  }
}
