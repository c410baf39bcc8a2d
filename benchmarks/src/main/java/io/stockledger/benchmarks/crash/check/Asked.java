package io.stockledger.benchmarks.crash.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What a request of the load asks for.
 *
 * @param deeds the entries that it must lead to, in words, in order
 * @param quantities that it states, without sign
 * @param whole whether it takes all that is open of something: then there is at least one entry,
 *     and any number of each deed
 * @param words an entry in the words of the deeds; {@link #NOTHING} where it goes without saying
 */
record Asked(
    List<String> deeds, List<Long> quantities, boolean whole, Function<Entry, String> words) {
  static final String NOTHING = "";

  static Asked in(String path, JsonNode body) {
    String[] parts = path.split("/", -1);
    if (parts[2].equals("stock")) {
      return onItem("stock:" + parts[3] + "/" + parts[4], parts[5], body);
    }
    if (parts[2].equals("transfers")) {
      return parts.length == 3
          ? AskedOfTransfer.anew(body)
          : AskedOfTransfer.further(parts[3], parts[4], body);
    }
    if (parts.length == 3) {
      return lines(body);
    }
    String type = parts[4].equals("pick") ? "stock.picked" : "stock.released";
    return new Asked(List.of(type + " of " + parts[3]), List.of(), true, Asked::partOf);
  }

  private static Asked onItem(String stream, String verb, JsonNode body) {
    long quantity = body.path("quantity").asLong(0);
    String deed =
        switch (verb) {
          case "receive" -> deed("stock.received", stream, quantity, "");
          case "pick" -> deed("stock.picked", stream, quantity, reservation(body));
          case "adjust" -> deed("stock.adjusted", stream, quantity, "");
          case "count" -> deed("stock.counted", stream, body.at("/counted/good").asLong(0), "");
          case "release" -> deed("stock.released", stream, quantity, reservation(body));
          case "reserve" -> deed("stock.reserved", stream, quantity, line("1") + promise(body));
          default -> throw new IllegalArgumentException("the load never asks to " + verb);
        };
    return new Asked(List.of(deed), List.of(Math.abs(quantity)), false, Asked::deedOf);
  }

  private static Asked lines(JsonNode body) {
    List<String> deeds = new ArrayList<>();
    List<Long> quantities = new ArrayList<>();
    for (JsonNode line : body.path("lines")) {
      long quantity = line.path("quantity").asLong();
      String name = line(Integer.toString(deeds.size() + 1));
      deeds.add(deed("stock.reserved", Entry.stream(line), quantity, name + promise(body)));
      quantities.add(quantity);
    }
    return new Asked(deeds, quantities, false, Asked::deedOf);
  }

  /** What was done, in the words of what was asked for; expiries come by themselves. */
  List<String> done(List<Entry> effects) {
    return effects.stream()
        .filter(entry -> !entry.type().equals(Entry.EXPIRED))
        .map(words)
        .filter(deed -> !deed.equals(NOTHING))
        .toList();
  }

  boolean isMetBy(List<String> done) {
    return whole ? !done.isEmpty() && deeds.containsAll(done) : done.equals(deeds);
  }

  /** An entry in the words of a request. */
  static String deedOf(Entry entry) {
    JsonNode payload = entry.payload();
    return switch (entry.type()) {
      case "stock.counted" ->
          deed(entry.type(), entry.stream(), payload.at("/counted/good").asLong(-1), "");
      case "stock.reserved" ->
          deed(
              entry.type(),
              entry.stream(),
              entry.quantity(),
              line(entry.text("line")) + promise(payload));
      default -> deed(entry.type(), entry.stream(), entry.quantity(), reservation(payload));
    };
  }

  /** An entry in the words of a request about a whole reservation. */
  private static String partOf(Entry entry) {
    return entry.type() + " of " + entry.text("reservationId");
  }

  private static String deed(String type, String stream, long quantity, String of) {
    return type + " " + quantity + " on " + stream + of;
  }

  private static String line(String name) {
    return " as line " + name;
  }

  private static String reservation(JsonNode json) {
    return json.has("reservationId") ? " of " + json.path("reservationId").asString() : "";
  }

  private static String promise(JsonNode json) {
    boolean pending = json.has("expiresIn") || json.has("expiresAt");
    return reservation(json) + (pending ? " for a while" : " for good");
  }
}
