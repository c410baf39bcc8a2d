package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.play.Step.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The orders of one web server: reserved now, settled a few orders later, each by its fate. */
final class Orders {
  /** So many orders are open at a web server before it settles the oldest. */
  private static final int OPEN_ORDERS = 10;

  private static final Duration LONGER_WINDOW = Duration.ofSeconds(30);

  /**
   * @param waits for units that are not there yet
   */
  private record Placed(Step.Order order, String key, String reservation, boolean waits) {}

  private final ActorScript script;
  private final Desk desk;
  private final Channels channels;
  private final Deque<Placed> open = new ArrayDeque<>();
  private final Deque<Placed> waiting = new ArrayDeque<>();

  Orders(ActorScript script, Desk desk, Channels channels) {
    this.script = script;
    this.desk = desk;
    this.channels = channels;
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
      keep(order, key, reservation, answer);
    }
  }

  /**
   * A promise that was made and noted is to be settled in its turn.
   *
   * @param key of its command; those of others begin with it
   */
  void keep(Step.Order order, String key, String reservation, Answer answer) {
    boolean waits = false;
    for (JsonNode line : answer.body().path("lines")) {
      waits |= line.path("backordered").asLong() > 0;
    }
    open.add(new Placed(order, key, reservation, waits));
    if (open.size() > OPEN_ORDERS) {
      settle(open.remove());
    }
  }

  /**
   * At the end of the day. What waited is picked if it came by now; if not, the customer waits on,
   * or does not want to.
   */
  void settleAll() {
    while (!open.isEmpty()) {
      settle(open.remove());
    }
    while (!waiting.isEmpty()) {
      Placed placed = waiting.remove();
      boolean early =
          placed.order().lines().stream()
              .anyMatch(line -> channels.isPreOrdered(placed.order().outlet(), line.item()));
      if (!early) {
        pick(placed, null, placed.key().hashCode() % 2 == 0 ? null : "LATE_SUPPLY");
      }
    }
  }

  private Answer reserveOne(Step.Order order, String key, String reservation) {
    Line line = order.lines().getFirst();
    ObjectNode body = promise(reservation).put("quantity", line.units());
    String path = line.item().path() + "/reserve";
    return desk.promise(
        script.client(), key, path, body, order.repeated(), order.outlet(), order.lines());
  }

  private Answer reserveMany(Step.Order order, String key, String reservation) {
    ObjectNode body = promise(reservation);
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
    return desk.promise(
        script.client(),
        key,
        "/v1/reservations",
        body,
        order.repeated(),
        order.outlet(),
        order.lines());
  }

  /** It names no end: where it has one it is that of the channel's window. */
  private static ObjectNode promise(String reservation) {
    ObjectNode body = object().put("reservationId", reservation);
    body.putObject("reference").put("type", "order").put("id", reservation);
    return body;
  }

  private void notePromise(Step.Order order, String reservation, Answer answer) {
    for (Line line : order.lines()) {
      Instant recordedAt = recordedAt(line, answer);
      Duration window = channels.window(order.outlet(), line.item());
      Instant expiresAt = window == null ? null : recordedAt.plus(window);
      desk.notePromise(
          line.item(), recordedAt, reservation, line.units(), expiresAt, order.outlet(), answer);
    }
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
      case PICKUP -> fetch(placed, null);
      case PICKUP_IN_PART -> fetch(placed, placed.order().lines().size() == 1 ? 1L : null);
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
      fetch(placed, null);
    }
  }

  /** What counts have uncovered cannot be picked; then the customer must be told. */
  private void fetch(Placed placed, @Nullable Long units) {
    if (placed.waits()) {
      waiting.add(placed);
    } else {
      pick(placed, units, "OVERSOLD");
    }
  }

  /**
   * @param otherwise the reason for which it is given up where units are missing; absent where it
   *     is not
   */
  private void pick(Placed placed, @Nullable Long units, @Nullable String otherwise) {
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
    } else if (otherwise != null
        && (answer.problem().equals("exceeds-on-hand")
            || answer.problem().equals("lines-refused"))) {
      release(placed, otherwise);
    }
  }

  private void release(Placed placed, String reason) {
    Answer answer = tell(placed, "release", object().put("reason", reason));
    if (answer.accepted()) {
      noteAll(placed, new Deed.Freed(placed.reservation(), reason), answer);
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
