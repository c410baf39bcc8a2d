package io.stockledger.benchmarks.crash.check;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a request of the load about a transfer asks for. Its lines are called 1, 2 and so on. */
final class AskedOfTransfer {
  /** The part of a move. */
  private static final String FIRST_PART = "p1";

  private AskedOfTransfer() {}

  /** A new one, or a move. */
  static Asked anew(JsonNode body) {
    List<String> deeds = new ArrayList<>();
    List<Long> quantities = new ArrayList<>();
    String id = body.path("transferId").asString();
    for (JsonNode line : body.path("lines")) {
      long units = line.path("quantity").asLong();
      quantities.add(units);
      String name = Integer.toString(quantities.size());
      String on = route(body.path("from"), body.path("to"), line.path("sku"));
      if (body.path("move").asBoolean(false)) {
        deeds.add(deed(TransferFold.DISPATCHED, units, name, id, FIRST_PART) + on);
        deeds.add(deed(TransferFold.UNDER_WAY, units, name, id, FIRST_PART) + on);
        deeds.add(deed(TransferFold.RECEIVED, units, name, id, FIRST_PART) + on);
      } else {
        deeds.add(deed(TransferFold.REQUESTED, units, name, id, "") + on);
      }
    }
    return new Asked(deeds, quantities, false, AskedOfTransfer::deedAnew);
  }

  private static String route(JsonNode from, JsonNode to, JsonNode sku) {
    return " on " + new TransferFold.Route(from.asString(), to.asString(), sku.asString());
  }

  private static String deedAnew(Entry entry) {
    return TransferFold.isOfTransfer(entry)
        ? deedOf(entry) + " on " + TransferFold.Route.of(entry)
        : Asked.deedOf(entry);
  }

  /** Something that becomes of one that is there. */
  static Asked further(String id, String verb, JsonNode body) {
    String part = body.path("part").asString("");
    JsonNode lines = body.path("lines");
    return switch (verb) {
      case "dispatch" -> of(id, part, lines, TransferFold.DISPATCHED, TransferFold.UNDER_WAY);
      case "cancel" -> of(id, part, lines, TransferFold.CANCELLED);
      case "close" -> of(id, part, lines, TransferFold.CANCELLED, TransferFold.WRITTEN_OFF);
      case "receive" ->
          lines.isEmpty() ? of(id, part, lines, TransferFold.RECEIVED) : came(id, lines);
      default -> throw new IllegalArgumentException("the load never asks to " + verb);
    };
  }

  /** These entries of every line that is named, or of any where none is. */
  private static Asked of(String id, String part, JsonNode lines, String... types) {
    List<String> deeds = new ArrayList<>();
    List<Long> quantities = new ArrayList<>();
    if (lines.isEmpty()) {
      for (String type : types) {
        deeds.add(whole(type, id, part));
      }
      return new Asked(deeds, List.of(), true, AskedOfTransfer::wholeOf);
    }
    for (JsonNode line : lines) {
      long units = line.path("quantity").asLong();
      quantities.add(units);
      for (String type : types) {
        deeds.add(deed(type, units, line.path("line").asString(), id, part));
      }
    }
    return new Asked(deeds, quantities, false, AskedOfTransfer::deedOf);
  }

  private static String whole(String type, String id, String part) {
    return type + " of " + id + " as " + part;
  }

  /**
   * What did not leave, or is written off, has no part that was asked for. Where everything came,
   * nothing is missing and nothing is beyond.
   */
  private static String wholeOf(Entry entry) {
    long differs =
        entry.payload().path("missing").asLong(0) + entry.payload().path("excess").asLong(0);
    if (differs > 0) {
      return deedOf(entry);
    }
    String part = entry.type().equals(TransferFold.WRITTEN_OFF) ? "" : entry.text("part");
    return whole(entry.type(), entry.text("transferId"), part);
  }

  /** Whatever was in transit: so many are said to have come, of the other lines none. */
  private static Asked came(String id, JsonNode lines) {
    List<String> deeds = new ArrayList<>();
    List<Long> quantities = new ArrayList<>();
    for (JsonNode line : lines) {
      long units = line.path("quantity").asLong();
      quantities.add(units);
      if (units > 0) {
        deeds.add(came(units, line.path("line").asString(), id));
      }
    }
    return new Asked(deeds, quantities, false, AskedOfTransfer::cameBy);
  }

  private static String came(long units, String line, String id) {
    return "%d of line %s of %s came".formatted(units, line, id);
  }

  /** What came beyond what left is in the words of the receipt, not in those of what follows. */
  private static String cameBy(Entry entry) {
    if (entry.type().equals("stock.received") || entry.type().equals(World.DISPUTED)) {
      return Asked.NOTHING;
    }
    if (!entry.type().equals(TransferFold.RECEIVED)) {
      return deedOf(entry);
    }
    long units = TransferLineFold.arrived(entry).good() + entry.payload().path("excess").asLong(0);
    return units == 0 ? Asked.NOTHING : came(units, entry.text("line"), entry.text("transferId"));
  }

  /** An entry in the words of a request. */
  private static String deedOf(Entry entry) {
    if (!TransferFold.isOfTransfer(entry)) {
      return Asked.deedOf(entry);
    }
    long units =
        entry.type().equals(TransferFold.RECEIVED)
            ? TransferLineFold.arrived(entry).good()
            : entry.quantity();
    return deed(
        entry.type(), units, entry.text("line"), entry.text("transferId"), entry.text("part"));
  }

  private static String deed(String type, long units, String line, String id, String part) {
    return "%s %d of line %s of %s as %s".formatted(type, units, line, id, part);
  }

  /**
   * Whether a request that was accepted left of its transfer what it had to: who asks for all of
   * something leaves nothing of it, and a part that is received is settled.
   */
  static boolean isDone(String path, JsonNode body, TransferFold transfer) {
    String[] parts = path.split("/", -1);
    if (parts.length == 3) {
      return !body.path("move").asBoolean(false) || !transfer.isOpen();
    }
    return switch (parts[4]) {
      case "dispatch", "cancel" -> body.has("lines") || transfer.setAside() == 0;
      case "receive" -> transfer.inTransit(body.path("part").asString("")) == 0;
      default -> !transfer.isOpen();
    };
  }
}
