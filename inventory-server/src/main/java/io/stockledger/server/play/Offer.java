package io.stockledger.server.play;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a channel may offer of an item, worked out as the guide for product owners tells it.
 *
 * @param why it is not more, in the word of a refusal
 * @param units of what is there
 * @param allowance beyond them
 * @param shown the figure that is told, absent where only the state is
 * @param left the number that the state tells
 * @param on the date that goes with the state
 */
record Offer(
    String state,
    String why,
    long available,
    long units,
    long allowance,
    @Nullable Long shown,
    @Nullable Long left,
    @Nullable LocalDate on,
    boolean pickup) {

  /** What a switch takes away. */
  enum Pulled {
    NOTHING,
    FIGURES,
    ALL
  }

  /** How long ago a place was heard. */
  enum Silence {
    NONE,
    /** Too long for figures. */
    OLD,
    /** Too long for anything. */
    SILENT
  }

  /**
   * What counts beside the figures.
   *
   * @param arrivals what suppliers announced, by day
   */
  record Around(Pulled pulled, Silence silence, SortedMap<LocalDate, Long> arrivals, Instant now) {
    LocalDate today() {
      return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
  }

  static Offer of(Terms terms, Standing stock, Around around) {
    LocalDate firstDay = terms.preOrderOn();
    boolean early = firstDay != null && around.today().isBefore(firstDay);
    long free = Math.max(0, stock.available() - terms.buffer().of(stock.good()));
    long units = early || free <= terms.hideAtOrBelow() ? 0 : Math.min(free, terms.cap());
    long allowance =
        early
            ? Math.max(0, terms.preOrder() - stock.reserved())
            : terms.againstExpected()
                ? Math.max(0, announced(around) - stock.uncovered())
                : Math.max(0, terms.backorder() - stock.backordered());
    boolean certain = around.pulled() == Pulled.NOTHING && around.silence() == Silence.NONE;
    String state = state(terms, around, early, units, allowance, certain);
    boolean offered = isOffered(state);
    long figure = !offered ? 0 : units > 0 ? units : allowance;
    boolean few = state.equals("last-item") || state.equals("only-n-left");
    return new Offer(
        state,
        why(state, terms, around),
        stock.available(),
        offered ? units : 0,
        offered ? allowance : 0,
        certain && terms.exact() && terms.exposed() ? (Long) figure : null,
        few ? (Long) units : null,
        on(state, terms, stock, around, early),
        terms.exposed()
            && terms.pickup()
            && around.pulled() != Pulled.ALL
            && units > 0
            && around.silence() == Silence.NONE);
  }

  private static String state(
      Terms terms, Around around, boolean early, long units, long allowance, boolean certain) {
    if (!terms.exposed()) {
      return "not-exposed";
    }
    if (around.pulled() == Pulled.ALL || around.silence() == Silence.SILENT) {
      return "temporarily-unavailable";
    }
    if (units == 0) {
      return allowance == 0 ? "out-of-stock" : early ? "pre-order" : "on-backorder";
    }
    if (certain && units <= terms.onlyLeft()) {
      return units == 1 ? "last-item" : "only-n-left";
    }
    return units <= Math.max(terms.limited(), terms.onlyLeft())
        ? "limited-availability"
        : "in-stock";
  }

  private static String why(String state, Terms terms, Around around) {
    if (isOffered(state)) {
      return "beyond-sellable";
    }
    if (!terms.exposed()) {
      return "not-exposed";
    }
    if (around.pulled() == Pulled.ALL) {
      return "switch";
    }
    return around.silence() == Silence.SILENT ? "silent-source" : "out-of-stock";
  }

  private static boolean isOffered(String state) {
    return switch (state) {
      case "not-exposed", "temporarily-unavailable", "out-of-stock" -> false;
      default -> true;
    };
  }

  private static long announced(Around around) {
    return around.arrivals().tailMap(around.today()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static @Nullable LocalDate on(
      String state, Terms terms, Standing stock, Around around, boolean early) {
    return switch (state) {
      case "pre-order", "on-backorder" -> promised(terms, stock, around, early, 1);
      case "out-of-stock" -> covered(stock, around, 1);
      case "temporarily-unavailable" ->
          around.pulled() == Pulled.ALL ? null : covered(stock, around, 1);
      default -> null;
    };
  }

  /** The date that is promised with units beyond what is there. */
  static @Nullable LocalDate promised(Terms terms, Standing stock, Around around, long units) {
    LocalDate firstDay = terms.preOrderOn();
    boolean early = firstDay != null && around.today().isBefore(firstDay);
    return promised(terms, stock, around, early, units);
  }

  private static @Nullable LocalDate promised(
      Terms terms, Standing stock, Around around, boolean early, long units) {
    if (early) {
      return terms.preOrderOn();
    }
    return terms.promisedOn() == null ? covered(stock, around, units) : terms.promisedOn();
  }

  /** When suppliers will have brought what is promised and not there, and more. */
  private static @Nullable LocalDate covered(Standing stock, Around around, long more) {
    long open = stock.uncovered() + more;
    for (Map.Entry<LocalDate, Long> day : around.arrivals().tailMap(around.today()).entrySet()) {
      open -= day.getValue();
      if (open <= 0) {
        return day.getKey();
      }
    }
    return null;
  }

  long sellable() {
    return units + allowance;
  }

  /** Whether the channel leaves everything as it is: then what is refused is simply not there. */
  private boolean isPlain() {
    return shown != null && sellable() == available && allowance == 0;
  }

  /** What a refusal of more than is sellable says, in the words of {@link #refusal(JsonNode)}. */
  String refusal() {
    if (isPlain()) {
      return "insufficient-stock, available " + available;
    }
    boolean told = shown != null || !isOffered(state);
    return "not-sellable, " + why + ", sellable " + (told ? sellable() : "untold");
  }

  static String refusal(JsonNode problem) {
    String type = problem.path("type").asString("");
    String word = type.substring(type.lastIndexOf('/') + 1);
    return word.equals("insufficient-stock")
        ? word + ", available " + problem.path("available").asString("untold")
        : word
            + ", "
            + problem.path("why").asString("")
            + ", sellable "
            + problem.path("sellable").asString("untold");
  }

  /** What an answer says of it, in the words of {@link #answer(JsonNode)}. */
  String answer() {
    return words(state, told(shown), told(left), told(on), pickup);
  }

  static String answer(JsonNode line) {
    return words(
        line.path("state").asString(line.path("unknown").asString("nothing")),
        line.path("sellable").asString("untold"),
        line.path("left").asString("untold"),
        line.path("on").asString("untold"),
        line.path("pickup").asBoolean());
  }

  private static String told(@Nullable Object figure) {
    return figure == null ? "untold" : figure.toString();
  }

  private static String words(String state, String shown, String left, String on, boolean pickup) {
    return "%s, sellable %s, left %s, on %s, %s"
        .formatted(state, shown, left, on, pickup ? "pickup" : "no pickup");
  }
}
