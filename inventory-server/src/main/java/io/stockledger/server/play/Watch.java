package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the app says of an item of a store whose source is silent: first its figure, then only a
 * state, then that it is not to be had, each at the moment that the rule names; and with the first
 * sign of life its figure again.
 */
final class Watch {
  /** The ledger looks every second, and it may have much to do. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  /** A sign is remembered to the second. */
  private static final Duration COARSE = Duration.ofSeconds(1);

  private static final Duration LONGEST = Channels.FALLBACK_AFTER.plus(SLACK).plus(SLACK);

  private enum Told {
    FIGURE,
    STATE,
    NOTHING,
    UNKNOWN
  }

  private record Seen(Told told, Instant asOf) {}

  private final Desk desk;
  private final Assortment assortment;
  private final Findings findings = new Findings("words of the app on a silent store compared");
  private final List<Seen> seen = new ArrayList<>();

  Watch(Desk desk, Assortment assortment) {
    this.desk = desk;
    this.assortment = assortment;
  }

  /**
   * @param heard when the store was heard last
   */
  void awaitSilence(String store, Instant heard) {
    seen.clear();
    boolean silent = Patience.until(() -> look(store) == Told.NOTHING, LONGEST);
    List<String> found = new ArrayList<>();
    if (!silent) {
      found.add("the app does not fall back on " + store + ", seen were " + seen);
    }
    check(Told.STATE, heard.plus(Channels.FRESH_FOR), found);
    check(Told.NOTHING, heard.plus(Channels.FALLBACK_AFTER), found);
    findings.compare(found);
  }

  /** With the first sign of life all is as before. */
  void awaitFigures(String store) {
    boolean back = Patience.until(() -> look(store) == Told.FIGURE, SLACK);
    findings.compare(
        back ? List.of() : List.of("the app has no figures of " + store + ", seen were " + seen));
  }

  private void check(Told told, Instant due, List<String> found) {
    Seen first = seen.stream().filter(one -> one.told() == told).findFirst().orElse(null);
    if (first == null
        || first.asOf().isBefore(due.minus(COARSE))
        || first.asOf().isAfter(due.plus(SLACK))) {
      found.add("%s was due at %s, seen were %s".formatted(told, due, seen));
    }
  }

  private Told look(String store) {
    Item item = item(store);
    String path =
        Outlet.APP.path(desk.plan()) + "/availability/" + item.sku() + "?location=" + store;
    Answer answer = desk.ledger().send(Call.get(path, desk.bearer(Client.AUDITOR)));
    Told told = told(answer.body());
    Seen last = last();
    if (last == null || last.told() != told) {
      seen.add(new Seen(told, asOf(answer.body())));
    }
    return told;
  }

  private @Nullable Seen last() {
    return seen.isEmpty() ? null : seen.getLast();
  }

  private static Instant asOf(JsonNode body) {
    String asOf = body.path("asOf").asString("");
    return asOf.isEmpty() ? Instant.now() : Instant.parse(asOf);
  }

  private static Told told(JsonNode body) {
    if (body.path("sellable").isNumber()) {
      return Told.FIGURE;
    }
    return switch (body.path("state").asString("")) {
      case "in-stock", "limited-availability" -> Told.STATE;
      case "temporarily-unavailable" -> Told.NOTHING;
      default -> Told.UNKNOWN;
    };
  }

  /** One of which there is plenty, and which no switch is about. */
  private Item item(String store) {
    int place = assortment.stores().indexOf(store);
    return assortment.carriedBy(place).stream()
        .filter(sku -> sku >= Assortment.SCARCE_SKUS && assortment.isIn(sku, Assortment.KITCHEN))
        .map(sku -> assortment.inStore(place, sku))
        .findFirst()
        .orElseThrow();
  }

  Findings findings() {
    return findings;
  }
}
