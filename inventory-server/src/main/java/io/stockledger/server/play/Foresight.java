package io.stockledger.server.play;

import io.stockledger.server.play.Foreseen.Shown;
import io.stockledger.server.play.Offer.Around;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a preview of a draft has to find, worked out from the demo's own facts: each item is told
 * from its beginning, and whenever a day ends or something is promised it is asked what the rules
 * allow, with and without the draft. Only which promises lost their units is taken from the
 * ledger's entries.
 */
final class Foresight {
  /** What is promised beyond what is there, and accepted so, has lost nothing. */
  private static final Set<String> PROMISES = Set.of("stock.reserved", "stock.reservation-changed");

  private static final String OVERSOLD = "OVERSOLD";

  private final String prefix;
  private final Channels channels;
  private final Drafts drafts;
  private final Switching switching;
  private final Silences silences;

  /** Units by reservation. */
  private final Map<Item, Map<String, Long>> uncovered = new HashMap<>();

  /**
   * Of which channel, and of which days.
   *
   * @param until the last day ends here
   */
  record Period(Outlet outlet, LocalDate firstDay, Instant until) {
    private LocalDate lastDay() {
      return dayOf(until);
    }

    private Instant endOf(LocalDate day) {
      Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
      return end.isBefore(until) ? end : until;
    }
  }

  Foresight(
      DayPlan plan, Channels channels, Drafts drafts, Switching switching, Silences silences) {
    this.prefix = "stock:" + plan.run() + "-";
    this.channels = channels;
    this.drafts = drafts;
    this.switching = switching;
    this.silences = silences;
  }

  /** Hears an entry of the ledger. */
  void hear(JsonNode entry) {
    if (!entry.path("stream").asString("").startsWith(prefix)
        || PROMISES.contains(entry.path("type").asString(""))) {
      return;
    }
    JsonNode data = entry.path("data");
    for (JsonNode lost : data.path("uncovers")) {
      Item item = new Item(data.path("location").asString(), data.path("sku").asString());
      uncovered
          .computeIfAbsent(item, i -> new HashMap<>())
          .merge(lost.path("reservationId").asString(), lost.path("quantity").asLong(), Long::sum);
    }
  }

  /**
   * The days of an item that a draft is about, from its first fact on; after the ledger's entries
   * were heard.
   *
   * @param facts in the order of their versions
   */
  List<Foreseen> of(Period period, Item item, List<Fact> facts) {
    Walk walk = new Walk(period, item);
    facts.stream().filter(fact -> !fact.recordedAt().isAfter(period.until())).forEach(walk::take);
    return walk.end();
  }

  private static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /**
   * Units of an item that were promised through the channel.
   *
   * @param cancelled of them as oversold
   */
  private record Sale(LocalDate day, long units, boolean refused, long cancelled) {
    Sale cancel(long more) {
      return new Sale(day, units, refused, Math.min(units, cancelled + more));
    }
  }

  private record Both(Shown inForce, Shown draft) {
    boolean refuses(long units) {
      return units <= inForce.sellable() && units > draft.sellable();
    }
  }

  /** One item, told from its beginning. */
  private final class Walk {
    private final Period period;
    private final Item item;
    private final ItemModel model = new ItemModel();
    private final Map<String, Sale> sales = new LinkedHashMap<>();
    private final Map<LocalDate, Both> ends = new TreeMap<>();
    private LocalDate today;
    private boolean begun;

    Walk(Period period, Item item) {
      this.period = period;
      this.item = item;
      this.today = period.firstDay();
    }

    void take(Fact fact) {
      endDaysUntil(dayOf(fact.recordedAt()));
      if (fact.deed() instanceof Deed.Promised promised) {
        sell(promised, fact.recordedAt());
      } else if (fact.deed() instanceof Deed.Freed freed && freed.reason().equals(OVERSOLD)) {
        long units = model.openOf(freed.reservation());
        sales.computeIfPresent(freed.reservation(), (id, sale) -> sale.cancel(units));
      }
      model.take(fact);
      begun = true;
    }

    private void endDaysUntil(LocalDate day) {
      while (today.isBefore(day)) {
        if (begun) {
          ends.put(today, at(period.endOf(today)));
        }
        today = today.plusDays(1);
      }
    }

    private void sell(Deed.Promised promised, Instant now) {
      Deed.Through through = promised.through();
      LocalDate day = dayOf(now);
      if (through != null
          && through.outlet() == period.outlet()
          && !day.isBefore(period.firstDay())) {
        boolean refused = at(now).refuses(promised.units());
        sales.put(promised.reservation(), new Sale(day, promised.units(), refused, 0));
      }
    }

    private Both at(Instant now) {
      return new Both(
          shown(channels.of(period.outlet(), item), now),
          shown(drafts.of(period.outlet(), item), now));
    }

    private Shown shown(Terms terms, Instant now) {
      Around around =
          new Around(
              switching.at(item, now),
              silences.at(terms, item.location(), now),
              model.arrivals(),
              now);
      return Shown.of(terms, model.at(now), around);
    }

    List<Foreseen> end() {
      endDaysUntil(period.lastDay().plusDays(1));
      List<Foreseen> days = new ArrayList<>();
      ends.forEach((day, both) -> days.add(foreseen(day, both)));
      return days;
    }

    private Foreseen foreseen(LocalDate day, Both both) {
      Map<String, Long> lost = uncovered.getOrDefault(item, Map.of());
      long reserved = 0;
      long refused = 0;
      long oversold = 0;
      long spared = 0;
      for (Map.Entry<String, Sale> one : sales.entrySet()) {
        Sale sale = one.getValue();
        if (sale.day().equals(day)) {
          long units = sale.units();
          long gone = Math.min(units, lost.getOrDefault(one.getKey(), 0L));
          long missing = Math.max(sale.cancelled(), gone);
          reserved += units;
          oversold += missing;
          refused += sale.refused() ? units : 0;
          spared += sale.refused() ? missing : 0;
        }
      }
      return new Foreseen(
          item, day, both.inForce(), both.draft(), reserved, refused, oversold, spared);
    }
  }
}
