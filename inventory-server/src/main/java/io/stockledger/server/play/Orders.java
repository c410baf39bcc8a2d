package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.play.Step.Fate;
import io.stockledger.server.play.Step.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The orders of one web server: reserved now, settled a few orders later, each by its fate. */
final class Orders {
  /** So many orders are open at a web server before it settles the oldest. */
  private static final int OPEN_ORDERS = 10;

  private static final Duration WINDOW = Duration.ofSeconds(20);
  private static final Duration LONGER_WINDOW = Duration.ofSeconds(30);

  private record Placed(Step.Order order, String key, String reservation) {}

  private final ActorScript script;
  private final Desk desk;
  private final Deque<Placed> open = new ArrayDeque<>();

  Orders(ActorScript script, Desk desk) {
    this.script = script;
    this.desk = desk;
  }

  /**
   * @param key of the reservation's command; the others' begin with it
   */
  void place(Step.Order order, String key) {
    String reservation = desk.plan().run() + "-" + key.replace(':', '-');
    Answer answer =
        order.lines().size() == 1
            ? reserveOne(order, key, reservation)
            : reserveMany(order, key, reservation);
    if (answer.accepted()) {
      notePromise(order, reservation, answer);
      open.add(new Placed(order, key, reservation));
    }
    if (open.size() > OPEN_ORDERS) {
      settle(open.remove());
    }
  }

  void settleAll() {
    while (!open.isEmpty()) {
      settle(open.remove());
    }
  }

  private Answer reserveOne(Step.Order order, String key, String reservation) {
    Line line = order.lines().getFirst();
    ObjectNode body = promise(order, reservation).put("quantity", line.units());
    return desk.send(script.client(), key, line.item().path() + "/reserve", body, order.repeated());
  }

  private Answer reserveMany(Step.Order order, String key, String reservation) {
    ObjectNode body = promise(order, reservation);
    ArrayNode lines = body.putArray("lines");
    for (int i = 0; i < order.lines().size(); i++) {
      Line line = order.lines().get(i);
      lines
          .addObject()
          .put("line", Integer.toString(i + 1))
          .put("location", line.item().location())
          .put("sku", line.item().sku())
          .put("quantity", line.units());
    }
    return desk.send(script.client(), key, "/v1/reservations", body, order.repeated());
  }

  private static ObjectNode promise(Step.Order order, String reservation) {
    ObjectNode body = object().put("reservationId", reservation);
    if (hasEnd(order.fate())) {
      body.put("expiresIn", WINDOW.toString());
    }
    body.putObject("reference").put("type", "order").put("id", reservation);
    return body;
  }

  private void notePromise(Step.Order order, String reservation, Answer answer) {
    for (Line line : order.lines()) {
      Instant recordedAt = recordedAt(line, answer);
      Instant expiresAt = hasEnd(order.fate()) ? recordedAt.plus(WINDOW) : null;
      Deed deed = new Deed.Promised(reservation, line.item().sku(), line.units(), expiresAt);
      desk.note(line.item(), recordedAt, deed, answer);
    }
  }

  private static boolean hasEnd(Fate fate) {
    return switch (fate) {
      case PAID, PAID_LATE, CANCELLED, ABANDONED -> true;
      case PICKUP, PICKUP_IN_PART, NO_SHOW -> false;
    };
  }

  private void settle(Placed placed) {
    switch (placed.order().fate()) {
      case PAID -> payAndPick(placed);
      case PAID_LATE -> {
        if (extend(placed)) {
          payAndPick(placed);
        }
      }
      case CANCELLED -> release(placed, "CUSTOMER");
      case NO_SHOW -> release(placed, "NO_SHOW");
      case PICKUP -> pick(placed, null);
      case PICKUP_IN_PART -> pick(placed, placed.order().lines().size() == 1 ? 1L : null);
      case ABANDONED -> {}
    }
  }

  private boolean extend(Placed placed) {
    ObjectNode body = object().put("expiresIn", LONGER_WINDOW.toString());
    Answer answer = tell(placed, "extend", body);
    if (answer.accepted()) {
      for (Line line : placed.order().lines()) {
        Instant recordedAt = recordedAt(line, answer);
        Deed deed = new Deed.Extended(placed.reservation(), recordedAt.plus(LONGER_WINDOW));
        desk.note(line.item(), recordedAt, deed, answer);
      }
    }
    return answer.accepted();
  }

  private void payAndPick(Placed placed) {
    Answer confirmed = tell(placed, "confirm", object());
    if (confirmed.accepted()) {
      noteAll(placed, new Deed.Confirmed(placed.reservation()), confirmed);
      pick(placed, null);
    }
  }

  /** What counts have uncovered cannot be picked; then the customer must be told. */
  private void pick(Placed placed, @Nullable Long units) {
    Instant pickedAt = desk.plan().at(placed.order().second());
    ObjectNode body = object().put("occurredAt", pickedAt.toString());
    if (units != null) {
      body.put("quantity", units).put("closeReservation", true);
    }
    Answer answer = tell(placed, "pick", body);
    if (answer.accepted()) {
      Deed deed = new Deed.Fetched(placed.reservation(), units, units != null);
      for (Line line : placed.order().lines()) {
        desk.note(line.item(), pickedAt, deed, answer);
      }
    } else if (answer.problem().equals("exceeds-on-hand")
        || answer.problem().equals("lines-refused")) {
      release(placed, "OVERSOLD");
    }
  }

  private void release(Placed placed, String reason) {
    Answer answer = tell(placed, "release", object().put("reason", reason));
    if (answer.accepted()) {
      noteAll(placed, new Deed.Freed(placed.reservation()), answer);
    }
  }

  private Answer tell(Placed placed, String verb, ObjectNode body) {
    String path = "/v1/reservations/" + placed.reservation() + "/" + verb;
    return desk.send(script.client(), placed.key() + ":" + verb, path, body, false);
  }

  private void noteAll(Placed placed, Deed deed, Answer answer) {
    for (Line line : placed.order().lines()) {
      desk.note(line.item(), recordedAt(line, answer), deed, answer);
    }
  }

  private static Instant recordedAt(Line line, Answer answer) {
    return Instant.parse(Journal.entryOf(line.item(), answer).path("recordedAt").asString());
  }
}
