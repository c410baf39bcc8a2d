package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.ImaginedItem.Line;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import io.stockledger.benchmarks.crash.load.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides what the load asks for, in memory, and keeps what a ledger keeps. */
final class ImaginedLedger {
  private static final JsonMapper JSON = JsonMapper.shared();

  final ImaginedJournal journal = new ImaginedJournal();
  final Map<String, ImaginedItem> items = new LinkedHashMap<>();
  private final Map<String, String> closed = new LinkedHashMap<>();
  private final Map<String, Set<String>> promised = new LinkedHashMap<>();
  private final ImaginedTransfers transfers = new ImaginedTransfers(this);
  private Instant now = Instant.EPOCH;

  /** The receipt, the old one where the key is known. */
  StoredReceipt decide(String command, Request request, Instant moment) {
    StoredReceipt before = journal.receipts.get(command);
    if (before != null) {
      return before;
    }
    now = moment;
    journal.begin(command, now);
    String[] path = request.path().split("/", -1);
    JsonNode body = JSON.readTree(request.body());
    if (path[2].equals("transfers")) {
      return onTransfer(path, body);
    }
    ObjectNode refusal =
        path[2].equals("stock")
            ? onItem(item(path[3], path[4]), path[5], body)
            : path.length == 3 ? reserve(body) : onPromise(path[3], path[4]);
    return journal.end(refusal, null);
  }

  private StoredReceipt onTransfer(String[] path, JsonNode body) {
    boolean fresh = path.length == 3;
    ObjectNode refusal = fresh ? transfers.anew(body) : transfers.further(path[3], path[4], body);
    String id = fresh ? body.path("transferId").asString() : path[3];
    return journal.end(refusal, refusal == null ? transfers.told(id) : null);
  }

  long available(ImaginedItem item) {
    return item.available(now);
  }

  void record(ImaginedItem item, String type, ObjectNode payload) {
    expireDue(item);
    journal.record(item, type, payload);
  }

  ImaginedItem item(String location, String sku) {
    return items.computeIfAbsent(location + "/" + sku, any -> new ImaginedItem(location, sku));
  }

  private @Nullable ObjectNode onItem(ImaginedItem item, String verb, JsonNode body) {
    long quantity = body.path("quantity").asLong(0);
    switch (verb) {
      case "receive" -> moved(item, "stock.received", quantity, quantity);
      case "adjust" -> {
        if (item.good + quantity < 0) {
          return refusal("exceeds-on-hand", item)
              .put("requested", -quantity)
              .put("onHand", item.good);
        }
        moved(item, "stock.adjusted", quantity, quantity);
      }
      case "count" -> {
        long counted = body.at("/counted/good").asLong();
        expireDue(item);
        ObjectNode payload = payload(item, "good", counted - item.good);
        payload.putObject("counted").put("good", counted);
        item.good = counted;
        journal.record(item, "stock.counted", payload);
      }
      case "reserve" -> {
        ObjectNode lines = JSON.createObjectNode().setAll((ObjectNode) body);
        lines
            .putArray("lines")
            .addObject()
            .put("location", item.location)
            .put("sku", item.sku)
            .put("quantity", quantity);
        return reserve(lines);
      }
      case "pick", "release" -> {
        if (body.has("reservationId")) {
          return onLine(item, body.path("reservationId").asString(), verb, quantity);
        }
        if (quantity > item.available(now)) {
          return insufficient(item, quantity);
        }
        moved(item, "stock.picked", quantity, -quantity);
      }
      default -> throw new IllegalArgumentException(verb);
    }
    return null;
  }

  private @Nullable ObjectNode reserve(JsonNode body) {
    String id = body.path("reservationId").asString();
    if (promised.containsKey(id)) {
      return problem("duplicate-id").put("reservationId", id);
    }
    Instant expiresAt =
        body.has("expiresIn") ? now.plus(Duration.parse(body.path("expiresIn").asString())) : null;
    ObjectNode refused = problem("lines-refused");
    ArrayNode lines = refused.putArray("lines");
    for (JsonNode line : body.path("lines")) {
      ImaginedItem item = item(line.path("location").asString(), line.path("sku").asString());
      if (line.path("quantity").asLong() > item.available(now)) {
        lines.add(insufficient(item, line.path("quantity").asLong()));
      }
    }
    if (!lines.isEmpty()) {
      return body.has("quantity") ? (ObjectNode) lines.get(0) : refused;
    }
    int number = 0;
    for (JsonNode line : body.path("lines")) {
      ImaginedItem item = item(line.path("location").asString(), line.path("sku").asString());
      promise(item, id, Integer.toString(++number), line.path("quantity").asLong(), expiresAt);
    }
    return null;
  }

  private void promise(
      ImaginedItem item, String id, String line, long units, @Nullable Instant expiresAt) {
    expireDue(item);
    ObjectNode payload = payload(item, expiresAt == null ? "allocated" : "pending", units);
    payload.put("reservationId", id).put("line", line).put("quantity", units);
    payload.put("requested", units);
    if (expiresAt != null) {
      payload.put("expiresAt", expiresAt.toString());
    }
    item.lines.put(id + "/" + line, new Line(id, line, units, expiresAt));
    promised.computeIfAbsent(id, any -> new TreeSet<>()).add(item.location + "/" + item.sku);
    journal.record(item, "stock.reserved", payload);
  }

  private @Nullable ObjectNode onPromise(String id, String verb) {
    ObjectNode gone = gone(id);
    if (gone != null) {
      return gone;
    }
    List<ImaginedItem> on = promised.getOrDefault(id, Set.of()).stream().map(items::get).toList();
    for (ImaginedItem item : on) {
      for (Line line : List.copyOf(item.lines.values())) {
        if (line.reservation().equals(id) && verb.equals("pick") && line.open() > item.good) {
          return refusal("exceeds-on-hand", item)
              .put("requested", line.open())
              .put("onHand", item.good);
        }
      }
    }
    for (ImaginedItem item : on) {
      for (Line line : List.copyOf(item.lines.values())) {
        if (line.reservation().equals(id)) {
          close(item, line, verb, line.open());
        }
      }
    }
    return null;
  }

  private @Nullable ObjectNode onLine(ImaginedItem item, String id, String verb, long units) {
    ObjectNode gone = gone(id);
    if (gone != null) {
      return gone;
    }
    Line line = item.lines.get(id + "/1");
    if (line == null) {
      return problem("unknown-line")
          .put("reservationId", id)
          .put("line", item.location + "/" + item.sku);
    }
    if (units > line.open()) {
      return problem("exceeds-reserved")
          .put("reservationId", id)
          .put("requested", units)
          .put("open", line.open());
    }
    if (verb.equals("pick") && units > item.good) {
      return refusal("exceeds-on-hand", item).put("requested", units).put("onHand", item.good);
    }
    close(item, line, verb, units);
    return null;
  }

  private @Nullable ObjectNode gone(String id) {
    if (!promised.containsKey(id)) {
      return problem("unknown-reservation").put("reservationId", id);
    }
    List<Line> open = open(id);
    if (open.stream().anyMatch(line -> line.isDue(now)) || "expired".equals(closed.get(id))) {
      return problem("reservation-expired").put("reservationId", id);
    }
    return open.isEmpty()
        ? problem("reservation-closed").put("reservationId", id).put("state", closed.get(id))
        : null;
  }

  private List<Line> open(String id) {
    return items.values().stream()
        .flatMap(item -> item.lines.values().stream())
        .filter(line -> line.reservation().equals(id))
        .toList();
  }

  private void close(ImaginedItem item, Line line, String verb, long units) {
    expireDue(item);
    boolean pick = verb.equals("pick");
    ObjectNode payload = payload(item, line.expiresAt() == null ? "allocated" : "pending", -units);
    payload.put("reservationId", line.reservation()).put("line", line.line());
    payload.put("quantity", units);
    if (pick) {
      payload.put("consumed", units);
      ((ObjectNode) payload.path("change")).put("good", -units);
      item.good -= units;
    }
    shorten(item, line, units);
    if (pick || open(line.reservation()).isEmpty()) {
      closed.merge(line.reservation(), pick ? "picked" : "released", (a, b) -> pick ? b : a);
    }
    journal.record(item, pick ? "stock.picked" : "stock.released", payload);
  }

  private static void shorten(ImaginedItem item, Line line, long units) {
    String name = line.reservation() + "/" + line.line();
    if (units == line.open()) {
      item.lines.remove(name);
    } else {
      long left = line.open() - units;
      item.lines.put(name, new Line(line.reservation(), line.line(), left, line.expiresAt()));
    }
  }

  /** As the ledger does it by itself, under nobody's key. */
  void expireAll(Instant moment) {
    now = moment;
    journal.begin(null, now);
    items.values().forEach(this::expireDue);
  }

  private void expireDue(ImaginedItem item) {
    List<Line> due = item.lines.values().stream().filter(line -> line.isDue(now)).toList();
    if (due.isEmpty()) {
      return;
    }
    long units = due.stream().mapToLong(Line::open).sum();
    ObjectNode payload = payload(item, "pending", -units);
    ArrayNode expired = payload.putArray("expired");
    for (Line line : due) {
      expired
          .addObject()
          .put("reservationId", line.reservation())
          .put("line", line.line())
          .put("quantity", line.open());
      item.lines.remove(line.reservation() + "/" + line.line());
      closed.put(line.reservation(), "expired");
    }
    journal.record(item, Entry.EXPIRED, payload);
  }

  private void moved(ImaginedItem item, String type, long quantity, long change) {
    expireDue(item);
    item.good += change;
    journal.record(item, type, payload(item, "good", change).put("quantity", quantity));
  }

  static ObjectNode payload(ImaginedItem item, String figure, long change) {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("location", item.location).put("sku", item.sku);
    payload.putObject("change").put(figure, change);
    return payload;
  }

  ObjectNode insufficient(ImaginedItem item, long requested) {
    return refusal("insufficient-stock", item)
        .put("requested", requested)
        .put("available", item.available(now));
  }

  static ObjectNode refusal(String type, ImaginedItem item) {
    return problem(type).put("location", item.location).put("sku", item.sku);
  }

  static ObjectNode problem(String type) {
    return JSON.createObjectNode().put("type", "/problems/" + type);
  }
}
