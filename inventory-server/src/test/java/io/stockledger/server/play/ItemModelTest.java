package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemModelTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

  private static final LocalDate TODAY = LocalDate.parse("2026-01-05");

  private final ItemModel model = new ItemModel();
  private long version;

  @Test
  void the_worked_example_leaves_five_available() {
    take(0, good(12));
    take(1, new Deed.Promised("r", "1", 4, null));
    take(2, new Deed.Kept(3));

    assertThat(at(3)).isEqualTo(new Standing(12, 0, 0, 0, 0, 4, 3, 0, 0));
    assertThat(at(3).available()).isEqualTo(5);
  }

  @Test
  void a_late_sale_behind_a_count_moves_nothing() {
    take(0, good(12));
    take(10, counted(9));
    takeLate(11, 5, new Deed.Sold(3));

    assertThat(at(12).good()).isEqualTo(9);
  }

  @Test
  void a_late_sale_after_the_count_moves_the_figure() {
    take(0, good(12));
    take(10, counted(9));
    take(20, good(1));
    takeLate(21, 15, new Deed.Sold(3));

    assertThat(at(22).good()).isEqualTo(7);
  }

  @Test
  void a_back_dated_count_moves_today_by_its_variance_on_its_own_day() {
    take(0, good(12));
    take(10, new Deed.Sold(2));
    takeLate(11, 5, counted(11));

    assertThat(at(12).good()).isEqualTo(9);
  }

  @Test
  void a_back_dated_count_behind_a_later_count_moves_nothing() {
    take(0, good(12));
    take(10, counted(8));
    takeLate(11, 5, counted(30));

    assertThat(at(12).good()).isEqualTo(8);
  }

  @Test
  void a_stated_sale_takes_what_the_books_have_and_no_more() {
    take(0, good(2));
    take(1, new Deed.Promised("r", "1", 2, null));
    take(2, new Deed.Sold(5));

    assertThat(at(3).good()).isZero();
    assertThat(at(3).uncovered()).isEqualTo(2);
  }

  @Test
  void a_pending_promise_counts_until_its_moment_and_not_at_it() {
    take(0, good(5));
    take(1, new Deed.Promised("r", "1", 4, NINE.plusSeconds(20)));

    assertThat(at(19).available()).isEqualTo(1);
    assertThat(at(20).available()).isEqualTo(5);
  }

  @Test
  void a_confirmed_promise_does_not_run_out() {
    take(0, good(5));
    take(1, new Deed.Promised("r", "1", 4, NINE.plusSeconds(20)));
    take(2, new Deed.Confirmed("r"));

    assertThat(at(60)).isEqualTo(new Standing(5, 0, 0, 0, 0, 4, 0, 0, 0));
  }

  @Test
  void an_extended_promise_runs_out_later() {
    take(0, good(5));
    take(1, new Deed.Promised("r", "1", 4, NINE.plusSeconds(20)));
    take(2, new Deed.Extended("r", NINE.plusSeconds(40)));

    assertThat(at(39).pending()).isEqualTo(4);
    assertThat(at(40).pending()).isZero();
  }

  @Test
  void a_partial_pick_leaves_the_rest_or_frees_it() {
    take(0, good(10));
    take(1, new Deed.Promised("a", "1", 4, null));
    take(1, new Deed.Promised("b", "1", 4, null));
    take(2, new Deed.Fetched("a", 1L, false));
    take(3, new Deed.Fetched("b", 1L, true));

    assertThat(at(4)).isEqualTo(new Standing(8, 0, 0, 0, 0, 3, 0, 0, 0));
  }

  @Test
  void what_left_for_a_transfer_is_in_transit_there_until_it_came_or_is_given_up() {
    take(0, good(5));
    take(1, new Deed.Kept(3));
    take(2, new Deed.Left(2));
    assertThat(at(3)).isEqualTo(new Standing(3, 0, 0, 0, 0, 0, 1, 0, 0));

    ItemModel there = new ItemModel();
    there.take(fact(1, new Deed.UnderWay(2)));
    there.take(fact(2, new Deed.Arrived(Map.of(Shelf.DAMAGED, 1L), 0)));
    assertThat(there.at(NINE)).isEqualTo(new Standing(0, 1, 0, 0, 0, 0, 0, 1, 0));
    there.take(fact(3, new Deed.Arrived(Map.of(), 1)));
    assertThat(there.at(NINE)).isEqualTo(new Standing(0, 1, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void what_was_announced_is_expected_until_it_came() {
    take(0, new Deed.Announced(10, TODAY));
    take(1, new Deed.Came(Map.of(Shelf.GOOD, 7L), 6, TODAY));

    assertThat(at(2)).isEqualTo(new Standing(7, 0, 0, 0, 0, 0, 0, 0, 4));
  }

  @Test
  void what_is_backordered_shrinks_with_what_covers_it_and_only_a_promise_lets_it_grow() {
    take(0, good(1));
    take(1, new Deed.Promised("r", "1", 4, null, beyond(3)));
    assertThat(at(2)).isEqualTo(new Standing(1, 0, 0, 0, 0, 4, 0, 0, 0, 3));

    take(3, good(2));
    assertThat(at(4).backordered()).isEqualTo(1);
    take(5, counted(0));
    assertThat(at(6).backordered()).isEqualTo(1);
    assertThat(at(6).uncovered()).isEqualTo(4);
    take(7, new Deed.Freed("r", "LATE_SUPPLY"));
    assertThat(at(8)).isEqualTo(Standing.NOTHING);
  }

  @Test
  void what_is_backordered_ends_with_a_promise_that_runs_out() {
    take(0, new Deed.Promised("r", "1", 4, NINE.plusSeconds(20), beyond(4)));
    assertThat(at(19).backordered()).isEqualTo(4);
    assertThat(at(20).backordered()).isZero();

    take(30, new Deed.Promised("s", "1", 2, null));
    assertThat(at(31).backordered()).isZero();
  }

  private static Deed.Through beyond(long units) {
    return new Deed.Through(Outlet.WEB, 1, units, TODAY);
  }

  @Test
  void a_total_counts_unless_somebody_counted_that_day_or_the_feed_itself_saw_more_since() {
    take(0, good(12));
    take(10, new Deed.Totalled("wms", 1, 9));
    takeLate(11, 5, new Deed.Totalled("wms", 2, 20));
    assertThat(at(12).good()).isEqualTo(9);

    take(20, counted(8));
    take(30, new Deed.Totalled("wms", 3, 3));
    assertThat(at(31).good()).isEqualTo(8);
  }

  @Test
  void units_that_turn_stay_on_hand() {
    take(0, new Deed.Moved(Shelf.QUARANTINE, 3));
    take(1, new Deed.Turned(Shelf.QUARANTINE, Shelf.GOOD, 2));

    assertThat(at(2)).isEqualTo(new Standing(2, 0, 1, 0, 0, 0, 0, 0, 0));
    assertThat(at(2).onHand()).isEqualTo(3);
  }

  private static Deed good(long units) {
    return new Deed.Moved(Shelf.GOOD, units);
  }

  private static Deed counted(long units) {
    return new Deed.Counted(Map.of(Shelf.GOOD, units));
  }

  private void take(int second, Deed deed) {
    takeLate(second, second, deed);
  }

  private void takeLate(int recorded, int occurred, Deed deed) {
    version++;
    model.take(
        new Fact(
            version,
            1,
            NINE.plusSeconds(recorded),
            NINE.plusSeconds(occurred),
            deed,
            Standing.NOTHING));
  }

  private static Fact fact(long version, Deed deed) {
    return new Fact(version, 1, NINE, NINE, deed, Standing.NOTHING);
  }

  private Standing at(int second) {
    return model.at(NINE.plusSeconds(second));
  }
}
