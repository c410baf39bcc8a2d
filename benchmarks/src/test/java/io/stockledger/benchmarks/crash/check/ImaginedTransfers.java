package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.ImaginedTransfer.Line;
import io.stockledger.benchmarks.crash.check.ImaginedTransfer.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides what the load asks of the transfers of an imagined ledger. */
final class ImaginedTransfers {
  private final ImaginedLedger ledger;
  private final ImaginedLegs legs;
  private final Map<String, ImaginedTransfer> transfers = new LinkedHashMap<>();

  ImaginedTransfers(ImaginedLedger ledger) {
    this.ledger = ledger;
    this.legs = new ImaginedLegs(ledger);
  }

  @Nullable ObjectNode anew(JsonNode body) {
    String id = body.path("transferId").asString();
    if (transfers.containsKey(id)) {
      return problem("duplicate-id", id);
    }
    ImaginedTransfer transfer =
        new ImaginedTransfer(id, body.path("from").asString(), body.path("to").asString());
    ObjectNode refused = ImaginedLedger.problem("lines-refused");
    ArrayNode lines = refused.putArray("lines");
    for (JsonNode line : body.path("lines")) {
      ImaginedItem item = ledger.item(transfer.from, line.path("sku").asString());
      if (line.path("quantity").asLong() > ledger.available(item)) {
        lines.add(ledger.insufficient(item, line.path("quantity").asLong()));
      }
    }
    if (!lines.isEmpty()) {
      return refused;
    }
    transfers.put(id, transfer);
    int number = 0;
    for (JsonNode told : body.path("lines")) {
      String name = Integer.toString(++number);
      long units = told.path("quantity").asLong();
      Line line = new Line(name, told.path("sku").asString(), units);
      transfer.lines.put(name, line);
      if (body.path("move").asBoolean(false)) {
        legs.leave(transfer, line, "p1", units, 0);
        legs.receive(transfer, line, "p1", units, 0, 0);
      } else {
        legs.request(transfer, line);
      }
    }
    legs.flush();
    return null;
  }

  @Nullable ObjectNode further(String id, String verb, JsonNode body) {
    ImaginedTransfer transfer = transfers.get(id);
    if (transfer == null) {
      return problem("unknown-transfer", id);
    }
    ObjectNode refusal =
        switch (verb) {
          case "dispatch" -> dispatch(transfer, body);
          case "receive" -> receive(transfer, body);
          case "cancel" -> closed(transfer) == null ? cancel(transfer, body) : closed(transfer);
          case "close" -> closed(transfer) == null ? close(transfer, body) : closed(transfer);
          default -> throw new IllegalArgumentException(verb);
        };
    legs.flush();
    return refusal;
  }

  private static @Nullable ObjectNode closed(ImaginedTransfer transfer) {
    return transfer.setAside() + transfer.inTransit() > 0
        ? null
        : problem("transfer-closed", transfer.id).put("state", transfer.state());
  }

  private @Nullable ObjectNode dispatch(ImaginedTransfer transfer, JsonNode body) {
    String part = body.path("part").asString();
    ObjectNode refusal = closed(transfer);
    if (refusal != null) {
      return refusal;
    }
    if (transfer.hasPart(part)) {
      return problem("duplicate-id", transfer.id).put("part", part);
    }
    Map<Line, Long> kept = new LinkedHashMap<>();
    refusal = choose(transfer, body, kept);
    if (refusal != null) {
      return refusal;
    }
    for (Map.Entry<Line, Long> take : kept.entrySet()) {
      ImaginedItem origin = legs.origin(transfer, take.getKey());
      if (take.getValue() > origin.good) {
        return ImaginedLedger.refusal("exceeds-on-hand", origin)
            .put("requested", take.getValue())
            .put("onHand", origin.good);
      }
    }
    kept.forEach((line, units) -> legs.leave(transfer, line, part, units, units));
    return null;
  }

  private static @Nullable ObjectNode choose(
      ImaginedTransfer transfer, JsonNode body, Map<Line, Long> kept) {
    for (JsonNode named : body.path("lines")) {
      String name = named.path("line").asString();
      Line line = transfer.lines.get(name);
      if (line == null) {
        return problem("unknown-line", transfer.id).put("line", name);
      }
      long units = named.path("quantity").asLong();
      if (units > line.setAside) {
        return problem("exceeds-set-aside", transfer.id)
            .put("line", name)
            .put("requested", units)
            .put("setAside", line.setAside);
      }
      kept.put(line, units);
    }
    if (kept.isEmpty()) {
      transfer.lines.values().stream()
          .filter(line -> line.setAside > 0)
          .forEach(line -> kept.put(line, line.setAside));
    }
    return kept.isEmpty() ? problem("exceeds-set-aside", transfer.id).put("setAside", 0) : null;
  }

  private @Nullable ObjectNode receive(ImaginedTransfer transfer, JsonNode body) {
    String part = body.path("part").asString();
    if (!transfer.hasPart(part)) {
      return problem("unknown-part", transfer.id).put("part", part);
    }
    List<Line> open = new ArrayList<>();
    for (Line line : transfer.lines.values()) {
      Share share = line.shares.get(part);
      if (share != null && share.inTransit() > 0) {
        open.add(line);
      }
    }
    if (open.isEmpty()) {
      return problem("part-received", transfer.id).put("part", part);
    }
    if (!body.has("lines")) {
      open.forEach(l -> legs.receive(transfer, l, part, share(l, part).inTransit(), 0, 0));
      return null;
    }
    JsonNode only = body.path("lines").path(0);
    Line line = transfer.lines.get(only.path("line").asString());
    if (line == null) {
      return problem("unknown-line", transfer.id).put("line", only.path("line").asString());
    }
    return receive(transfer, body, line, open, only.path("quantity").asLong());
  }

  /** So many of one line, nothing of the others. */
  private @Nullable ObjectNode receive(
      ImaginedTransfer transfer, JsonNode body, Line line, List<Line> open, long units) {
    String part = body.path("part").asString();
    Share own = line.shares.get(part);
    long there = own == null ? 0 : own.inTransit();
    if (units > there && (!body.has("reason") || line.shares.isEmpty())) {
      return problem("exceeds-in-transit", transfer.id)
          .put("line", line.name)
          .put("requested", units)
          .put("inTransit", there);
    }
    ObjectNode needed = problem("reason-needed", transfer.id).put("part", part);
    ArrayNode missing = needed.putArray("lines");
    for (Line other : open) {
      long inTransit = share(other, part).inTransit();
      long came = other == line ? Math.min(units, inTransit) : 0;
      if (came < inTransit) {
        missing
            .addObject()
            .put("line", other.name)
            .put("inTransit", inTransit)
            .put("received", came)
            .put("missing", inTransit - came);
      }
    }
    if (!missing.isEmpty() && !body.has("reason")) {
      return needed;
    }
    long excess = Math.max(0, units - there);
    if (there > 0) {
      long came = units - excess;
      legs.receive(transfer, line, part, came, there - came, excess);
    } else if (excess > 0) {
      legs.receive(transfer, line, own == null ? last(line) : part, 0, 0, excess);
    }
    for (Line other : open) {
      if (other != line) {
        legs.receive(transfer, other, part, 0, share(other, part).inTransit(), 0);
      }
    }
    return null;
  }

  private static String last(Line line) {
    return List.copyOf(line.shares.keySet()).getLast();
  }

  private static Share share(Line line, String part) {
    return Objects.requireNonNull(line.shares.get(part));
  }

  private @Nullable ObjectNode cancel(ImaginedTransfer transfer, JsonNode body) {
    Map<Line, Long> kept = new LinkedHashMap<>();
    ObjectNode refusal = choose(transfer, body, kept);
    if (refusal == null) {
      kept.forEach((line, units) -> legs.free(transfer, line, units));
    }
    return refusal;
  }

  private @Nullable ObjectNode close(ImaginedTransfer transfer, JsonNode body) {
    ObjectNode needed = problem("reason-needed", transfer.id);
    ArrayNode missing = needed.putArray("lines");
    for (Line line : transfer.lines.values()) {
      long inTransit = line.shares.values().stream().mapToLong(Share::inTransit).sum();
      if (inTransit > 0) {
        missing
            .addObject()
            .put("line", line.name)
            .put("inTransit", inTransit)
            .put("received", 0)
            .put("missing", inTransit);
      }
    }
    if (!missing.isEmpty() && !body.has("reason")) {
      return needed;
    }
    for (Line line : transfer.lines.values()) {
      if (line.setAside > 0) {
        legs.free(transfer, line, line.setAside);
      }
      line.shares.forEach((part, share) -> legs.writeOff(transfer, line, part, share));
    }
    return null;
  }

  /** One that is there, in the words of an answer. */
  ObjectNode told(String id) {
    return Objects.requireNonNull(transfers.get(id)).told();
  }

  private static ObjectNode problem(String type, String id) {
    return ImaginedLedger.problem(type).put("transferId", id);
  }
}
