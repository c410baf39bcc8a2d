package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.client.LedgerClient;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class GuardsTest {
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  private final DayPlan plan = DayPlan.beginning(NOW, 7, 30_000, 0);
  private final Assortment assortment = new Assortment(plan);
  private final Desk desk =
      new Desk(new LedgerClient(URI.create("http://localhost"), 1), Map.of(), plan);
  private final Switching switching = new Switching(desk, assortment);
  private final Silences silences = new Silences(plan);
  private final Guards guards = new Guards(new Channels(desk, assortment), switching, silences);

  /** Neither scarce nor fragile nor of the kitchen: the marketplace sells at most five. */
  private final Item plenty = assortment.inWarehouse(1, 1_003);

  private final Item wanted = assortment.inWarehouse(1, 1);
  private final LocalDate opening = LocalDate.ofInstant(plan.opensAt(), ZoneOffset.UTC);
  private long version;

  private void received(Item item, long units) {
    note(item, new Deed.Moved(Shelf.GOOD, units));
  }

  private void promised(
      Item item, Outlet outlet, long units, long beyond, @Nullable LocalDate promisedOn) {
    Deed.Through through = new Deed.Through(outlet, version + 1, beyond, promisedOn);
    note(item, new Deed.Promised("r" + version, "1", units, null, through));
  }

  private void note(Item item, Deed deed) {
    version++;
    Instant at = NOW.plusSeconds(version);
    desk.journal().note(item, new Fact(version, 1, at, at, deed, Standing.NOTHING));
  }

  private void refused(Item item, Outlet outlet, long units, String said, int from, int until) {
    desk.journal()
        .note(
            new Refused(outlet, item, units, said, NOW.plusSeconds(from), NOW.plusSeconds(until)));
  }

  private long wrongPromises() {
    guards.judge(desk.journal());
    return guards.promises().differing();
  }

  private long wrongRefusals() {
    guards.judge(desk.journal());
    return guards.refusals().differing();
  }

  @Test
  void as_much_as_the_cap_may_be_promised_and_not_one_more() {
    received(plenty, 40);
    promised(plenty, Outlet.MARKET, 5, 0, null);
    assertThat(wrongPromises()).isZero();

    promised(plenty, Outlet.MARKET, 6, 0, null);
    assertThat(wrongPromises()).isEqualTo(1);
  }

  @Test
  void what_waits_and_for_when_has_to_be_said() {
    received(wanted, 2);
    promised(wanted, Outlet.WEB, 3, 1, opening.plusDays(14));
    assertThat(wrongPromises()).isZero();

    promised(wanted, Outlet.WEB, 1, 0, null);
    assertThat(wrongPromises()).isEqualTo(1);
  }

  @Test
  void a_backorder_beyond_what_is_allowed_is_found() {
    received(wanted, 1);
    promised(wanted, Outlet.WEB, 7, 6, opening.plusDays(14));
    promised(wanted, Outlet.WEB, 1, 1, opening.plusDays(14));

    assertThat(wrongPromises()).isEqualTo(1);
  }

  @Test
  void a_refusal_is_explained_by_a_state_that_stood_while_it_was_decided() {
    received(plenty, 3);
    received(plenty, 30);
    refused(plenty, Outlet.MARKET, 4, "not-sellable, beyond-sellable, sellable 2", 1, 3);
    assertThat(wrongRefusals()).isZero();

    refused(plenty, Outlet.MARKET, 4, "not-sellable, beyond-sellable, sellable 2", 3, 4);
    assertThat(wrongRefusals()).isEqualTo(1);
  }

  @Test
  void a_refusal_of_a_silent_store_needs_an_entry_that_it_is_silent() {
    Item item = assortment.inStore(4, assortment.carriedBy(4).getLast());
    received(item, 30);
    refused(item, Outlet.APP, 1, "not-sellable, silent-source, sellable 0", 60, 61);
    assertThat(wrongRefusals()).isEqualTo(1);

    ObjectNode entry = JsonMapper.shared().createObjectNode();
    entry.put("position", 1).put("type", "location.source-stale");
    entry.put("stream", "location:" + item.location());
    entry.put("recordedAt", NOW.plusSeconds(23).toString());
    entry.put("occurredAt", NOW.plusSeconds(22).toString());
    entry.putObject("data").put("lastHeardAt", NOW.toString());
    silences.hear(entry);
    Guards knowing = new Guards(new Channels(desk, assortment), switching, silences);
    knowing.judge(desk.journal());
    assertThat(knowing.refusals().differing()).isZero();
  }
}
