package io.stockledger.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.OfferState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts that a promise is made of, each by itself. */
class PromisePartsTest {
  private static Case mugs() {
    return new Case().good(12).reserved(4).setAside(3);
  }

  @Test
  void twelve_there_four_reserved_three_set_aside_make_five_and_with_a_buffer_of_one_four() {
    Promise plain = mugs().promise();
    assertThat(plain.arithmetic()).isEqualTo(new Arithmetic(12, 4, 3, 5, 0, false, 5, 0));
    assertThat(plain.sellable()).isEqualTo(5);
    Promise buffered = mugs().rule("R7", "{}", "{'buffer':{'units':1}}").promise();
    assertThat(buffered.arithmetic()).isEqualTo(new Arithmetic(12, 4, 3, 5, 1, false, 4, 0));
    assertThat(buffered.sellable()).isEqualTo(4);
    assertThat(buffered.shown()).isEqualTo(4);
    assertThat(buffered.terms().rules())
        .containsExactlyEntriesOf(new TreeMap<>(Map.of("buffer", "R7")));
  }

  @ParameterizedTest
  @CsvSource({
    "4, '{\"perCent\":10}', 0",
    "5, '{\"perCent\":10}', 1",
    "1, '{\"perCent\":49}', 0",
    "1, '{\"perCent\":50}', 1",
    "1, '{\"perCent\":10,\"least\":1}', 1",
    "100, '{\"perCent\":10,\"most\":3}', 3",
    "100, '{\"perCent\":10,\"least\":20,\"most\":15}', 15",
    "1000000000000000, '{\"perCent\":100}', 1000000000000000",
    "7, '{\"units\":2}', 2"
  })
  void a_buffer_is_rounded_to_the_nearest_unit(long good, String buffer, long kept) {
    Arithmetic made =
        new Case().good(good).rule("{\"buffer\":" + buffer + "}").promise().arithmetic();
    assertThat(made.buffer()).isEqualTo(kept);
    assertThat(made.units()).isEqualTo(good - kept);
  }

  @Test
  void the_listing_cap_is_on_units_that_are_there_and_backorder_comes_on_top() {
    Promise promise =
        new Case().good(9).rule("{'listingCap':4,'backorder':{'units':10}}").promise();
    assertThat(promise.shown()).isEqualTo(4);
    assertThat(promise.sellable()).isEqualTo(14);
  }

  /** Each rule names one more specific thing than the one before it. */
  @Test
  void the_more_specific_rule_wins() {
    List<String> scopes =
        List.of(
            "{}",
            "{'locationKind':'store'}",
            "{'group':'NORTH'}",
            "{'velocityClass':'A'}",
            "{'tag':'gift'}",
            "{'category':'home'}",
            "{'category':'home','tag':'gift'}",
            "{'category':'home/kitchen'}",
            "{'location':'S1'}",
            "{'location':'S1','category':'home'}",
            "{'sku':'MUG'}",
            "{'sku':'MUG','location':'S1'}");
    for (int specific = 1; specific < scopes.size(); specific++) {
      Case question = new Case().good(99);
      for (int i = specific; i >= 0; i--) {
        question.rule("R" + (100 - i), scopes.get(i), "{'buffer':{'units':" + i + "}}");
      }
      assertThat(question.promise().arithmetic().buffer())
          .as(scopes.get(specific))
          .isEqualTo(specific);
    }
  }

  @Test
  void among_equals_the_first_by_id_wins_and_each_field_has_its_own_winner() {
    Promise promise =
        new Case()
            .good(20)
            .rule("B", "{'tag':'gift'}", "{'buffer':{'units':2},'listingCap':7}")
            .rule("A", "{'tag':'gift'}", "{'buffer':{'units':1}}")
            .rule("C", "{'sku':'MUG'}", "{'pickup':false}")
            .rule("D", "{'sku':'CUP'}", "{'buffer':{'units':9}}")
            .promise();
    assertThat(promise.terms().rules())
        .isEqualTo(new TreeMap<>(Map.of("buffer", "A", "listingCap", "B", "pickup", "C")));
    assertThat(promise.arithmetic().buffer()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1000",
    "P29DT23H59M59S, 1000",
    "P30D, 950",
    "P89D, 950",
    "P90D, 900",
    "P179D, 900",
    "P180D, 800",
  })
  void confidence_falls_with_the_age_of_the_count(Duration age, long part) {
    Confidence confidence = new Case().good(1).accuracy(1_000).counted(age).promise().confidence();
    assertThat(confidence).isEqualTo(new Confidence(1_000, part, 1_000, 1_000));
    assertThat(confidence.perMille()).isEqualTo(part);
  }

  @ParameterizedTest
  @CsvSource({"0, 1000", "1, 800", "2, 600", "9, 600"})
  void confidence_falls_with_open_discrepancies(long open, long part) {
    assertThat(new Case().good(1).with("openDiscrepancies", open).promise().confidence())
        .isEqualTo(new Confidence(1_000, 800, 950, part));
  }

  /** With limits of 30 minutes and 2 hours; ages of the last word, overdue after 10 minutes. */
  @ParameterizedTest
  @CsvSource({
    "PT11M, LATE, 900",
    "PT29M59S, LATE, 900",
    "PT30M, OLD, 600",
    "PT1H59M59S, OLD, 600",
    "PT2H, SILENT, 300"
  })
  void a_place_gets_old_and_silent_when_the_limits_of_the_rule_are_over(
      Duration heard, Freshness freshness, long part) {
    Promise promise =
        new Case()
            .good(9)
            .rule("{'freshFor':'PT30M','fallbackAfter':'PT2H'}")
            .stale(heard.minus(Duration.ofMinutes(10)), heard)
            .promise();
    assertThat(promise.freshness()).isEqualTo(freshness);
    assertThat(promise.confidence().freshness()).isEqualTo(part);
    assertThat(promise.confidence().perMille()).isEqualTo(part * 800 * 950 / 1_000_000);
  }

  @Test
  void a_place_is_as_fresh_as_its_worst_source_and_limits_do_not_count_before_it_is_overdue() {
    Case question = new Case().good(9).rule("{'freshFor':'PT1M'}");
    assertThat(question.promise().freshness()).isEqualTo(Freshness.ON_TIME);
    question.stale(Duration.ofMinutes(-5), Duration.ofHours(5));
    assertThat(question.promise().freshness()).isEqualTo(Freshness.ON_TIME);
    assertThat(question.promise().validUntil()).isEqualTo(Case.NOW.plus(Duration.ofMinutes(5)));
    question.stale(Duration.ZERO, Duration.ofHours(1));
    assertThat(question.promise().freshness()).isEqualTo(Freshness.OLD);
  }

  @ParameterizedTest
  @CsvSource({
    "'{}', 5, PT1H, ''",
    "'{}', 0, PT1H, out-of-stock",
    "'{\"pickup\":false}', 5, PT1H, not-offered",
    "'{\"countedWithin\":\"PT1H\"}', 5, PT1H, count-age",
    "'{\"countedWithin\":\"PT1H\"}', 0, PT59M, out-of-stock",
    "'{\"countedWithin\":\"PT1H\",\"pickup\":false}', 5, PT2H, not-offered count-age"
  })
  void pickup_says_which_signal_failed(String terms, long good, Duration counted, String failed) {
    Pickup pickup = new Case().good(good).rule(terms).counted(counted).promise().pickup();
    assertThat(String.join(" ", pickup.failed())).isEqualTo(failed);
    assertThat(pickup.possible()).isEqualTo(failed.isEmpty());
  }

  @Test
  void a_category_reaches_what_is_below_it_only() {
    assertThat(
            new Case()
                .good(3)
                .rule("R", "{'category':'home/kit'}", "{'listingCap':1}")
                .promise()
                .shown())
        .isEqualTo(3);
  }

  @Test
  void another_place_within_reach_is_asked_for_only_where_there_is_none() {
    Case none = new Case().rule("{'nearbyWithin':5000}");
    assertThat(none.promise().wantsNearby()).isTrue();
    assertThat(none.promise().nearby().state()).isEqualTo(OfferState.AVAILABLE_NEARBY);
    assertThat(new Case().promise().wantsNearby()).isFalse();
    assertThat(none.good(1).promise().wantsNearby()).isFalse();
  }

  @Test
  void a_promised_date_that_has_passed_is_none() {
    Case question = new Case().rule("{'backorder':{'units':5,'promisedOn':'2026-03-10'}}");
    assertThat(question.promise().on()).isEqualTo("2026-03-10");
    Instant next = Instant.parse("2026-03-11T00:00:00Z");
    assertThat(question.promise().validUntil()).isEqualTo(next);
    assertThat(question.promise(next).on()).isNull();
  }
}
