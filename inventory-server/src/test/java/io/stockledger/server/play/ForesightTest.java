package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.client.LedgerClient;
import io.stockledger.server.play.Foreseen.Shown;
import io.stockledger.server.play.Foresight.Period;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ForesightTest {
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-01-06T00:00:00Z");
  private static final Instant UNTIL = MIDNIGHT.plusSeconds(60);
  private static final LocalDate FIRST = LocalDate.parse("2026-01-05");

  private final DayPlan plan = DayPlan.beginning(NOW, 7, 30_000, 0);
  private final Assortment assortment = new Assortment(plan);
  private final Desk desk =
      new Desk(new LedgerClient(URI.create("http://localhost"), 1), Map.of(), plan);
  private final Channels channels = new Channels(desk, assortment);
  private final Drafts drafts = new Drafts(plan, assortment, channels);
  private final Silences silences = new Silences(plan);
  private final Foresight foresight =
      new Foresight(plan, channels, drafts, new Switching(desk, assortment), silences);

  /** Neither scarce nor fragile nor of the kitchen: the marketplace sells at most five. */
  private final Item plenty = assortment.inWarehouse(1, 51);

  private final Item wanted = assortment.inStore(1, 3);
  private long version;

  private void received(Item item, long units, Instant at) {
    note(item, new Deed.Moved(Shelf.GOOD, units), at);
  }

  private void promised(
      Item item, Outlet outlet, String id, long units, Instant at, @Nullable Instant expiresAt) {
    Deed.Through through = new Deed.Through(outlet, version + 1, 0, null);
    note(item, new Deed.Promised(id, "1", units, expiresAt, through), at);
  }

  private void note(Item item, Deed deed, Instant at) {
    version++;
    desk.journal().note(item, new Fact(version, 1, at, at, deed, Standing.NOTHING));
  }

  private void lost(Item item, String type, String reservation, long units) {
    ObjectNode entry = JsonMapper.shared().createObjectNode();
    entry.put("stream", "stock:" + item).put("type", type);
    ObjectNode data = entry.putObject("data");
    data.put("location", item.location()).put("sku", item.sku());
    data.putArray("uncovers").addObject().put("reservationId", reservation).put("quantity", units);
    foresight.hear(entry);
  }

  private List<Foreseen> foreseen(Outlet outlet, Item item) {
    return foresight.of(new Period(outlet, FIRST, UNTIL), item, desk.journal().of(item));
  }

  @Test
  void what_the_draft_alone_would_have_refused_is_refused() {
    received(plenty, 40, NOW);
    promised(plenty, Outlet.MARKET, "both allow", 2, NOW.plusSeconds(1), null);
    promised(plenty, Outlet.MARKET, "the draft refuses", 4, NOW.plusSeconds(2), null);
    promised(plenty, Outlet.MARKET, "both refuse", 6, NOW.plusSeconds(3), null);
    promised(plenty, Outlet.WEB, "through another one", 4, NOW.plusSeconds(4), null);

    Foreseen day = foreseen(Outlet.MARKET, plenty).getFirst();
    assertThat(day.reserved()).isEqualTo(12);
    assertThat(day.refused()).isEqualTo(4);
    assertThat(day.inForce()).isEqualTo(new Shown("in-stock", "band", 5, 5L));
    assertThat(day.draft()).isEqualTo(new Shown("in-stock", "band", 2, 2L));
  }

  @Test
  void days_are_those_of_utc_from_the_first_fact_on() {
    received(plenty, 4, NOW);
    received(plenty, 4, MIDNIGHT);
    received(plenty, 40, UNTIL.plusNanos(1_000));

    List<Foreseen> days = foreseen(Outlet.MARKET, plenty);
    assertThat(days).extracting(Foreseen::day).containsExactly(FIRST, FIRST.plusDays(1));
    assertThat(days).extracting(day -> day.inForce().sellable()).containsExactly(3L, 5L);
    Period before = new Period(Outlet.MARKET, FIRST.minusDays(1), UNTIL);
    assertThat(foresight.of(before, plenty, desk.journal().of(plenty))).hasSize(2);
  }

  @Test
  void what_ran_out_by_the_end_of_a_day_counts_no_more() {
    received(plenty, 4, NOW);
    promised(plenty, Outlet.MARKET, "r", 1, NOW, MIDNIGHT.plusSeconds(60));

    assertThat(foreseen(Outlet.MARKET, plenty))
        .extracting(day -> day.inForce().sellable())
        .containsExactly(2L, 3L);
  }

  @Test
  void units_that_were_lost_and_cancelled_are_oversold_once() {
    received(plenty, 40, NOW);
    promised(plenty, Outlet.MARKET, "kept", 1, NOW, null);
    promised(plenty, Outlet.MARKET, "lost", 2, NOW, null);
    promised(plenty, Outlet.MARKET, "gone", 4, NOW, null);
    lost(plenty, "stock.counted", "lost", 1);
    lost(plenty, "stock.counted", "gone", 3);
    lost(plenty, "stock.counted", "gone", 3);
    lost(plenty, "stock.reserved", "kept", 1);
    note(plenty, new Deed.Freed("gone", "OVERSOLD"), MIDNIGHT);
    note(plenty, new Deed.Freed("kept", "CUSTOMER"), MIDNIGHT);

    Foreseen day = foreseen(Outlet.MARKET, plenty).getFirst();
    assertThat(day.oversold()).isEqualTo(5);
    assertThat(day.spared()).isEqualTo(4);
    assertThat(foreseen(Outlet.MARKET, plenty).getLast().oversold()).isZero();
  }

  @Test
  void the_row_of_the_decision_table_is_told() {
    received(wanted, 2, NOW);
    Foreseen few = foreseen(Outlet.APP, wanted).getFirst();
    assertThat(few.inForce()).isEqualTo(new Shown("in-stock", "band", 2, 2L));
    assertThat(few.draft()).isEqualTo(new Shown("out-of-stock", "hidden-at-or-below", 0, 0L));
    assertThat(few.differs()).isTrue();
    Foreseen unbuffered = foreseen(Outlet.WEB, wanted).getFirst();
    assertThat(unbuffered.inForce().row()).isEqualTo("none");
    assertThat(unbuffered.draft()).isEqualTo(new Shown("last-item", "band", 1, null));

    ObjectNode entry = JsonMapper.shared().createObjectNode();
    entry.put("position", 1).put("type", "location.source-stale");
    entry.put("stream", "location:" + wanted.location());
    entry.put("recordedAt", UNTIL.minusSeconds(30).toString());
    entry.put("occurredAt", UNTIL.minusSeconds(31).toString());
    entry.putObject("data").put("lastHeardAt", UNTIL.minusSeconds(53).toString());
    silences.hear(entry);
    Foreseen silent = foreseen(Outlet.APP, wanted).getLast();
    assertThat(silent.inForce())
        .isEqualTo(new Shown("temporarily-unavailable", "silent-source", 0, null));
    assertThat(silent.differs()).isFalse();
  }
}
