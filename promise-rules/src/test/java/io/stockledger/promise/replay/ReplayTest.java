package io.stockledger.promise.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockledger.promise.Promise;
import io.stockledger.promise.replay.RandomPast.Answered;
import io.stockledger.promise.replay.RandomPast.Sale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final long SEED = 20_260_302;
  private static final int HISTORIES = 300;

  @Test
  void what_was_answered_at_a_moment_is_what_the_entries_say_of_it() {
    int asked = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      RandomPast past = new RandomPast(seed);
      for (Answered answer : past.answers) {
        assertEquals(said(answer.promise()), said(at(past, answer.at())), "seed " + seed);
        asked++;
      }
    }
    assertTrue(asked > 10 * HISTORIES, "asked " + asked);
  }

  @Test
  void a_preview_says_what_the_draft_would_have_shown_refused_and_avoided() {
    long avoided = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      RandomPast past = new RandomPast(seed);
      Period period = new Period(past.end(), RandomPast.DAYS);
      List<PlayedDay> days =
          new Preview(past, RandomPast.CHANNEL, past.draft, period).play(RandomPast.ITEM);
      assertEquals(List.copyOf(past.dayEnds.keySet()), days.stream().map(PlayedDay::day).toList());
      for (PlayedDay day : days) {
        assertEquals(expected(past, day.day()), day, "seed " + seed);
        avoided += day.avoided();
      }
    }
    assertTrue(avoided > 100, "avoided " + avoided);
  }

  @Test
  void an_item_that_is_played_differently_is_one_that_the_draft_is_about() {
    int untouched = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      RandomPast past = new RandomPast(seed);
      Preview preview =
          new Preview(
              past, RandomPast.CHANNEL, past.draft, new Period(past.end(), RandomPast.DAYS));
      boolean about = preview.isAbout(RandomPast.ITEM);
      untouched += about ? 0 : 1;
      assertTrue(
          about || preview.play(RandomPast.ITEM).stream().noneMatch(PlayedDay::differs),
          "seed " + seed);
    }
    assertTrue(untouched > 0, "every draft is about the item");
  }

  private static PlayedDay expected(RandomPast past, LocalDate day) {
    Answered end = Objects.requireNonNull(past.dayEnds.get(day));
    return new PlayedDay(
        day,
        Played.of(end.promise()),
        Played.of(end.underDraft()),
        sum(past, day, sale -> true, sale -> sale.promised),
        sum(past, day, sale -> sale.refusedByDraft, sale -> sale.promised),
        sum(past, day, sale -> true, ReplayTest::oversold),
        sum(past, day, sale -> sale.refusedByDraft, ReplayTest::oversold));
  }

  private static long oversold(Sale sale) {
    return Math.max(sale.lost, sale.cancelled);
  }

  private static long sum(
      RandomPast past, LocalDate day, Predicate<Sale> which, ToLongFunction<Sale> units) {
    return past.sales.stream()
        .filter(sale -> sale.throughShop && sale.day.equals(day))
        .filter(which)
        .mapToLong(units)
        .sum();
  }

  private static Promise at(RandomPast streams, Instant moment) {
    Past past = Past.at(streams, RandomPast.CHANNEL, moment);
    ItemReplay item = past.item(RandomPast.ITEM);
    FactsAt facts = past.facts(RandomPast.ITEM, item, moment);
    return Objects.requireNonNull(facts).promise(false);
  }

  /** All of it but the rules themselves, which say the same under another version. */
  private static List<Object> said(Promise promise) {
    return List.of(
        promise.offered(),
        promise.why(),
        promise.sellable(),
        promise.freshness(),
        promise.confidence(),
        promise.pickup(),
        promise.arithmetic(),
        promise.terms(),
        String.valueOf(promise.switchId()),
        String.valueOf(promise.validUntil()));
  }
}
