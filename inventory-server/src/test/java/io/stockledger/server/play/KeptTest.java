package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KeptTest {
  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  private final DayPlan plan = DayPlan.beginning(NOW, 7, 30_000, 0);
  private final Journal journal = new Journal();
  private final Kept kept = new Kept(plan);
  private final Item item = new Item(plan.run() + "-S01", plan.run() + "-0001");
  private long version;

  private void promised(String id, long units) {
    Deed.Through through = new Deed.Through(Outlet.WEB, 1, 0, null);
    note(new Deed.Promised(id, "1", units, null, through));
    ObjectNode data = told(id, units);
    data.put("channel", Outlet.WEB.id(plan));
    hear("stock.reserved", data);
  }

  private void picked(String id, long units, boolean closes) {
    note(new Deed.Fetched(id, units, closes));
    hear("stock.picked", told(id, units));
  }

  private void freed(String id, String reason, long units) {
    note(new Deed.Freed(id, reason));
    hear("stock.released", told(id, units).put("reason", reason));
  }

  private static ObjectNode told(String id, long units) {
    ObjectNode data = JsonMapper.shared().createObjectNode();
    return data.put("reservationId", id).put("quantity", units);
  }

  private void hear(String type, ObjectNode data) {
    ObjectNode entry = JsonMapper.shared().createObjectNode();
    entry.put("stream", "stock:" + item).put("type", type).put("recordedAt", NOW.toString());
    entry.set("data", data);
    kept.hear(entry);
  }

  private void note(Deed deed) {
    version++;
    journal.note(item, new Fact(version, 1, NOW, NOW, deed, Standing.NOTHING));
  }

  @Test
  void what_the_shop_took_back_counts_against_it_and_what_the_customer_let_go_does_not() {
    promised("kept", 2);
    picked("kept", 2, false);
    promised("late", 1);
    freed("late", "LATE_SUPPLY", 1);
    promised("gone", 1);
    freed("gone", "CUSTOMER", 1);
    promised("open", 1);
    kept.compare(journal);

    assertThat(kept.findings().differing()).isZero();
    assertThat(kept.accuracies().getFirst()).isEqualTo(new Kept.Accuracy(Outlet.WEB, 1, 1, 1));
    assertThat(kept.cancellations()).isEqualTo(Map.of("LATE_SUPPLY", 1L, "CUSTOMER", 1L));
    assertThat(kept.outcomes(Outlet.WEB))
        .isEqualTo(Map.of("kept", 1L, "LATE_SUPPLY", 1L, "CUSTOMER", 1L, "open", 1L));
    assertThat(kept.outcomes(Outlet.APP)).isEmpty();
  }

  @Test
  void what_was_taken_in_part_is_not_kept() {
    promised("r", 3);
    picked("r", 1, true);
    hear("stock.released", told("r", 2));
    kept.compare(journal);

    assertThat(kept.findings().differing()).isZero();
    assertThat(kept.accuracies().getFirst()).isEqualTo(new Kept.Accuracy(Outlet.WEB, 0, 1, 0));
  }

  @Test
  void the_day_of_a_promise_is_its_latest_in_whatever_order_its_lines_are_heard() {
    List<LocalDate> days = List.of(LocalDate.of(2026, 1, 9), LocalDate.of(2026, 1, 7));
    for (LocalDate day : days) {
      Deed.Through through = new Deed.Through(Outlet.WEB, 1, 1, day);
      note(new Deed.Promised("r", "1", 1, null, through));
    }
    for (LocalDate day : days.reversed()) {
      ObjectNode data = told("r", 1).put("channel", Outlet.WEB.id(plan));
      hear("stock.reserved", data.put("backordered", 1).put("promisedOn", day.toString()));
    }
    kept.compare(journal);

    assertThat(kept.findings().differing()).isZero();
  }

  @Test
  void a_promise_that_ended_otherwise_in_the_ledger_is_a_difference() {
    promised("r", 1);
    note(new Deed.Freed("r", "CUSTOMER"));
    hear("stock.released", told("r", 1).put("reason", "OVERSOLD"));
    kept.compare(journal);

    assertThat(kept.findings().differing()).isEqualTo(1);
  }
}
