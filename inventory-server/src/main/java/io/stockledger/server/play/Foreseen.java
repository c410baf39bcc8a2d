package io.stockledger.server.play;

import io.stockledger.server.play.Offer.Around;
import io.stockledger.server.play.Offer.Pulled;
import io.stockledger.server.play.Offer.Silence;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An item on a day of UTC, as a preview has to tell it.
 *
 * @param inForce at the day's end, under the rules that were in force
 * @param draft at the same moment, with the draft among them
 * @param reserved units promised through the channel on that day
 * @param refused of these, what the rules in force allowed and the draft would not have
 * @param oversold of these, what turned out not to be there
 * @param spared oversold, and refused by the draft
 */
record Foreseen(
    Item item,
    LocalDate day,
    Shown inForce,
    Shown draft,
    long reserved,
    long refused,
    long oversold,
    long spared) {

  /**
   * What of an item a channel shows.
   *
   * @param row of the decision table in the guide for product owners
   */
  record Shown(String state, String row, long sellable, @Nullable Long figure) {
    static Shown of(Terms terms, Standing stock, Around around) {
      Offer offer = Offer.of(terms, stock, around);
      return new Shown(
          offer.state(), row(offer, terms, stock, around), offer.sellable(), offer.shown());
    }

    private static String row(Offer offer, Terms terms, Standing stock, Around around) {
      return switch (offer.state()) {
        case "not-exposed", "pre-order" -> offer.state();
        case "temporarily-unavailable" ->
            around.pulled() == Pulled.ALL ? "switch" : "silent-source";
        case "on-backorder" -> "backorder";
        case "out-of-stock" -> rowOfNone(terms, stock, around);
        case "in-stock", "limited-availability" -> {
          if (around.pulled() == Pulled.FIGURES) {
            yield "switch";
          }
          yield around.silence() == Silence.OLD ? "stale-source" : "band";
        }
        default -> "band";
      };
    }

    private static String rowOfNone(Terms terms, Standing stock, Around around) {
      LocalDate firstDay = terms.preOrderOn();
      if (firstDay != null && around.today().isBefore(firstDay)) {
        return "pre-order-full";
      }
      boolean some = stock.available() > terms.buffer().of(stock.good());
      return some ? "hidden-at-or-below" : "none";
    }

    private String words() {
      return words(state, row, sellable, figure == null ? "untold" : figure.toString());
    }

    private static String words(JsonNode shown) {
      return words(
          shown.path("state").asString(),
          shown.path("why").asString(),
          shown.path("sellable").asLong(),
          shown.path("shown").asString("untold"));
    }

    private static String words(String state, String row, long sellable, String figure) {
      return "%s (%s), sellable %d, shown %s".formatted(state, row, sellable, figure);
    }
  }

  /** Days of items added up. */
  record Sum(
      long days,
      long otherStates,
      long hidden,
      long opened,
      long reserved,
      long refused,
      long oversold,
      long spared) {
    static final Sum NOTHING = new Sum(0, 0, 0, 0, 0, 0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(
          days + other.days,
          otherStates + other.otherStates,
          hidden + other.hidden,
          opened + other.opened,
          reserved + other.reserved,
          refused + other.refused,
          oversold + other.oversold,
          spared + other.spared);
    }

    static Sum of(JsonNode figures) {
      return new Sum(
          figures.path("days").asLong(),
          figures.path("otherStates").asLong(),
          figures.path("unitsHidden").asLong(),
          figures.path("unitsOpened").asLong(),
          figures.path("unitsReserved").asLong(),
          figures.path("unitsRefused").asLong(),
          figures.path("unitsOversold").asLong(),
          figures.path("unitsSpared").asLong());
    }

    private String units() {
      return "units hidden %d, opened %d, reserved %d, refused %d, oversold %d, spared %d"
          .formatted(hidden, opened, reserved, refused, oversold, spared);
    }

    String words() {
      return "%d days, %d other states, %s".formatted(days, otherStates, units());
    }
  }

  /** Whether the draft makes a difference, so that the day is listed. */
  boolean differs() {
    return !inForce.equals(draft) || refused > 0;
  }

  Sum sum() {
    long less = inForce.sellable() - draft.sellable();
    return new Sum(
        1,
        inForce.state().equals(draft.state()) ? 0 : 1,
        Math.max(0, less),
        Math.max(0, -less),
        reserved,
        refused,
        oversold,
        spared);
  }

  String name() {
    return name(item.location(), item.sku(), day.toString());
  }

  static String name(JsonNode row) {
    return name(
        row.path("location").asString(), row.path("sku").asString(), row.path("day").asString());
  }

  /** In the order in which days are listed. */
  private static String name(String location, String sku, String day) {
    return sku + " at " + location + " on " + day;
  }

  /** In the words of {@link #words(JsonNode)}. */
  String words() {
    return words(inForce.words(), draft.words(), sum());
  }

  static String words(JsonNode row) {
    return words(Shown.words(row.path("inForce")), Shown.words(row.path("draft")), Sum.of(row));
  }

  private static String words(String inForce, String draft, Sum sum) {
    return "in force %s; draft %s; %s".formatted(inForce, draft, sum.units());
  }
}
