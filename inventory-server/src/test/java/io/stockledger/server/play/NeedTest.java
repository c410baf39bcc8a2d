package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What speaks for counting an item, by the model. */
class NeedTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-01-05T00:00:00Z");

  private final ItemModel model = new ItemModel();
  private long version;

  @Test
  void what_lies_there_and_was_never_counted_is_listed_for_its_age_alone() {
    take(0, new Deed.Moved(Shelf.GOOD, 12));

    assertThat(model.need().isListed(12)).isTrue();
    assertThat(model.need().isListed(0)).isFalse();
    assertThat(reasons().score()).isEqualByComparingTo("40");
  }

  @Test
  void sales_and_picks_speak_for_it_as_far_as_the_book_had_units_and_no_adjustment_does() {
    take(0, new Deed.Moved(Shelf.GOOD, 12));
    take(1, new Deed.Moved(Shelf.GOOD, -3));
    take(2, new Deed.Taken(4));
    take(3, new Deed.Sold(9));

    assertThat(reasons().picked()).isEqualTo(9);
    assertThat(reasons().velocity()).isEqualByComparingTo("4.6");
    assertThat(reasons().open()).isEqualTo(1);
    assertThat(reasons().discrepancies()).isEqualByComparingTo("10");
  }

  @Test
  void a_count_is_compared_with_the_book_of_its_own_moment() {
    take(0, new Deed.Moved(Shelf.GOOD, 12));
    take(10, new Deed.Taken(5));
    takeLate(11, 5, new Deed.Counted(Map.of(Shelf.GOOD, 10L)));

    assertThat(reasons().variance()).isEqualByComparingTo("5.7");
    assertThat(reasons().countedAt()).isEqualTo(NINE.plusSeconds(5));
  }

  @Test
  void a_count_behind_a_later_one_is_compared_with_nothing() {
    take(0, new Deed.Moved(Shelf.GOOD, 12));
    take(10, new Deed.Counted(Map.of(Shelf.GOOD, 12L)));
    takeLate(11, 5, new Deed.Counted(Map.of(Shelf.GOOD, 2L)));

    assertThat(reasons().variance()).isEqualByComparingTo("0");
    assertThat(reasons().countedAt()).isEqualTo(NINE.plusSeconds(10));
  }

  @Test
  void only_the_last_five_differences_speak_for_it() {
    take(0, new Deed.Moved(Shelf.GOOD, 100));
    for (int i = 1; i <= 6; i++) {
      long counted = i == 1 ? 0 : 50;
      take(i, new Deed.Counted(Map.of(Shelf.GOOD, counted)));
    }

    assertThat(reasons().variance()).isEqualByComparingTo("13.3");
  }

  @Test
  void what_is_settled_and_closed_speaks_for_it_no_more() {
    take(0, new Deed.Moved(Shelf.GOOD, 12));
    take(1, new Deed.Disputed());
    take(2, new Deed.Disputed());
    take(3, new Deed.Settled(Map.of(Shelf.GOOD, 11L), true));
    take(4, new Deed.Settled(Map.of(), false));

    assertThat(reasons().open()).isEqualTo(1);
  }

  @Test
  void age_grows_to_its_most_within_ninety_days() {
    take(0, new Deed.Counted(Map.of(Shelf.GOOD, 12L)));

    Instant later = NINE.plus(Duration.ofDays(45));
    assertThat(model.need().reasons(later, "C").age()).isEqualByComparingTo("20");
    assertThat(model.need().reasons(later.plus(Duration.ofDays(300)), "C").age())
        .isEqualByComparingTo("40");
    assertThat(reasons().age()).isEqualByComparingTo("0");
  }

  private Need.Reasons reasons() {
    return model.need().reasons(TODAY, "C");
  }

  private void take(int second, Deed deed) {
    takeLate(second, second, deed);
  }

  private void takeLate(int recorded, int occurred, Deed deed) {
    version++;
    Instant recordedAt = NINE.plusSeconds(recorded);
    Instant occurredAt = NINE.plusSeconds(occurred);
    model.take(new Fact(version, 1, recordedAt, occurredAt, deed, Standing.NOTHING));
  }
}
