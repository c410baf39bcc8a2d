package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.client.LedgerClient;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a preview tells of one item that has three units, of which the marketplace sold two. */
class PreviewsTest {
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");
  private static final String SUMS =
      """
      {"days": 1, "otherStates": 0, "unitsHidden": 0, "unitsOpened": 0, "unitsReserved": 2,
       "unitsRefused": 2, "unitsOversold": 0, "unitsSpared": 0}\
      """;

  private final DayPlan plan = DayPlan.beginning(NOW, 7, 30_000, 0);
  private final Assortment assortment = new Assortment(plan);
  private final Desk desk =
      new Desk(new LedgerClient(URI.create("http://localhost"), 1), Map.of(), plan);
  private final Channels channels = new Channels(desk, assortment);
  private final Drafts drafts = new Drafts(plan, assortment, channels);
  private final Foresight foresight =
      new Foresight(plan, channels, drafts, new Switching(desk, assortment), new Silences(plan));
  private final Previews previews = new Previews(desk, drafts, foresight);
  private final Item item = assortment.inWarehouse(1, 51);

  @BeforeEach
  void aSale() {
    Deed.Through through = new Deed.Through(Outlet.MARKET, 2, 0, null);
    note(1, new Deed.Moved(Shelf.GOOD, 3));
    note(2, new Deed.Promised("r", "1", 2, null, through));
  }

  private void note(long version, Deed deed) {
    desk.journal().note(item, new Fact(version, 1, NOW, NOW, deed, Standing.NOTHING));
  }

  private void compare(String sums, String... rows) {
    String card =
        """
        {"state": "done", "complete": true, "inReach": 1, "lookedAt": 1, "played": 1,
         "firstDay": "2026-01-05", "lastDay": "2026-01-05", "askedAt": "2026-01-05T19:00:00Z",
         "totals": %s, "byDay": {"2026-01-05": %s}}
        """
            .formatted(sums, SUMS);
    List<JsonNode> listed = List.of(rows).stream().map(JsonMapper.shared()::readTree).toList();
    previews.compare(new Previews.Found(Outlet.MARKET, JsonMapper.shared().readTree(card), listed));
  }

  private String row(String sku, long refused) {
    String none = "{\"state\": \"out-of-stock\", \"why\": \"none\", \"sellable\": 0, \"shown\": 0}";
    return """
        {"day": "2026-01-05", "location": "%s", "sku": "%s", "inForce": %s, "draft": %s,
         "unitsHidden": 0, "unitsOpened": 0, "unitsReserved": 2, "unitsRefused": %d,
         "unitsOversold": 0, "unitsSpared": 0}
        """
        .formatted(item.location(), sku, none, none, refused);
  }

  @Test
  void what_the_model_says_too_is_no_difference() {
    compare(SUMS, row(item.sku(), 2));

    assertThat(previews.days().differences()).isEmpty();
    assertThat(previews.days().compared()).isEqualTo(1);
    assertThat(previews.sums().differences()).isEmpty();
  }

  @Test
  void a_day_that_tells_another_figure_differs() {
    compare(SUMS, row(item.sku(), 1));

    assertThat(previews.days().differing()).isEqualTo(1);
    assertThat(previews.days().differences().getFirst())
        .contains(item.sku(), "refused 1", "refused 2");
  }

  @Test
  void a_day_that_is_not_listed_differs() {
    compare(SUMS);

    assertThat(previews.days().differing()).isEqualTo(1);
    assertThat(previews.sums().differing()).as("so many are listed").isEqualTo(1);
  }

  @Test
  void a_day_that_should_not_be_there_differs() {
    compare(SUMS, row(item.sku(), 2), row(assortment.sku(52), 2));

    assertThat(previews.days().differing()).isEqualTo(1);
    assertThat(previews.days().differences().getFirst()).contains("no such day");
  }

  @Test
  void another_sum_differs() {
    compare(SUMS.replace("\"unitsReserved\": 2", "\"unitsReserved\": 3"), row(item.sku(), 2));

    assertThat(previews.days().differing()).isZero();
    assertThat(previews.sums().differing()).isEqualTo(1);
    assertThat(previews.sums().differences().getFirst()).contains("in all", "reserved 3");
  }
}
