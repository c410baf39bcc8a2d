package io.stockledger.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class DecisionTableTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path PAPER = Path.of("..", "docs", "promises.md");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String BANDS =
      "{'exposure':{'shown':'exact','onlyLeft':3,'limited':6,'hideAtOrBelow':0}}";
  private static final String LIMITS = "{'freshFor':'PT30M','fallbackAfter':'PT2H'}";

  /**
   * @param row number of the row in the table, from 1
   * @param told state, why, figure, number left and date; {@code -} where absent
   */
  record Expected(int row, Case question, String told) {
    @Override
    public String toString() {
      return "row " + row + ": " + told;
    }
  }

  private static Expected row(int row, Case question, String told) {
    return new Expected(row, question, told);
  }

  private static Case good(long units) {
    return new Case().good(units);
  }

  private static Case silent(long units) {
    return good(units).rule(LIMITS).stale(HOUR, Duration.ofHours(3));
  }

  static Stream<Expected> rows() {
    return Stream.of(exposure(), places(), promises(), certainty(), bands()).flatMap(List::stream);
  }

  private static List<Expected> exposure() {
    String none = "not-exposed not-exposed - - -";
    return List.of(
        row(1, good(9).rule("{'exposure':{'shown':'none'}}"), none),
        row(1, good(9).of(retired()), none),
        row(1, good(9).through(sellingAt(List.of("SOUTH"), null, null)), none),
        row(1, good(9).through(sellingAt(null, List.of("CUP"), null)), none),
        row(1, good(9).through(sellingAt(List.of("S1"), null, List.of("S2"))), none),
        row(18, good(9).through(sellingAt(List.of("NORTH"), null, null)), "in-stock band 9 - -"),
        row(
            2,
            good(9).arrival("2026-03-12", 5).pulled(SwitchLevel.HIDDEN, SwitchScope.EVERYTHING),
            "temporarily-unavailable switch - - -"),
        row(
            2,
            good(9)
                .pulled(SwitchLevel.SOFT, SwitchScope.EVERYTHING)
                .pulled(SwitchLevel.HIDDEN, new SwitchScope("shop", "S1", "NORTH", "home")),
            "temporarily-unavailable switch - - -"),
        row(
            18,
            good(9).pulled(SwitchLevel.HIDDEN, new SwitchScope("other", null, null, null)),
            "in-stock band 9 - -"),
        row(
            18,
            good(9).pulled(SwitchLevel.HIDDEN, new SwitchScope(null, null, null, "home/kit")),
            "in-stock band 9 - -"));
  }

  private static List<Expected> places() {
    return List.of(
        row(3, silent(9), "temporarily-unavailable silent-source - - -"),
        row(
            3,
            silent(9).rule("A", "{'sku':'MUG'}", "{'fallback':'limited-availability'}"),
            "limited-availability silent-source - - -"),
        row(
            3,
            silent(0).arrival("2026-03-12", 5),
            "temporarily-unavailable silent-source - - 2026-03-12"),
        row(
            8,
            silent(0).rule("A", "{'sku':'MUG'}", "{'fallback':'limited-availability'}"),
            "out-of-stock none - - -"));
  }

  private static List<Expected> promises() {
    String preOrder = "{'preOrder':{'units':10,'availableOn':'2026-04-01'}}";
    String beyond = "{'backorder':{'units':10,'promisedOn':'2026-03-20'}}";
    return List.of(
        row(4, good(50).reserved(4).rule(preOrder), "pre-order pre-order 6 - 2026-04-01"),
        row(5, good(50).reserved(10).rule(preOrder), "out-of-stock pre-order-full 0 - -"),
        row(6, good(2).reserved(2).rule(beyond), "on-backorder backorder 10 - 2026-03-20"),
        row(
            6,
            good(0).with("backordered", 4).rule(beyond),
            "on-backorder backorder 6 - 2026-03-20"),
        row(8, good(0).with("backordered", 10).rule(beyond), "out-of-stock none 0 - -"),
        row(
            8,
            good(0).rule("{'backorder':{'units':9,'until':'2026-03-10T12:00:00Z'}}"),
            "out-of-stock none 0 - -"),
        row(
            6,
            good(0)
                .with("backordered", 10)
                .with("backorderedHere", 3)
                .rule("{'backorder':{'units':10,'ownOnly':true,'promisedOn':'2026-03-20'}}"),
            "on-backorder backorder 7 - 2026-03-20"),
        row(
            6,
            good(2)
                .reserved(5)
                .arrival("2026-03-09", 50)
                .arrival("2026-03-12", 3)
                .arrival("2026-03-15", 8)
                .rule("{'backorder':{'againstExpected':true}}"),
            "on-backorder backorder 8 - 2026-03-15"),
        row(
            6,
            good(0)
                .arrival("2026-03-12", 3)
                .rule("{'backorder':{'units':2,'againstExpected':true}}"),
            "on-backorder backorder 2 - 2026-03-12"),
        row(18, good(5).rule(beyond), "in-stock band 5 - -"),
        row(
            7,
            good(2).rule("{'exposure':{'shown':'exact','hideAtOrBelow':2}}"),
            "out-of-stock hidden-at-or-below 0 - -"),
        row(8, good(2).setAside(2).arrival("2026-03-12", 1), "out-of-stock none 0 - 2026-03-12"),
        row(8, good(2).rule("{'buffer':{'units':2}}"), "out-of-stock none 0 - -"));
  }

  private static List<Expected> certainty() {
    String pending = "pickup-validation-pending pickup-signals - - -";
    String counted = "{'countedWithin':'P7D'}";
    return List.of(
        row(9, good(9).rule(counted).forPickup(), pending),
        row(9, good(9).rule(counted).counted(Duration.ofDays(7)).forPickup(), pending),
        row(
            18,
            good(9).rule(counted).counted(Duration.ofDays(6)).forPickup(),
            "in-stock band 9 - -"),
        row(18, good(9).rule(counted), "in-stock band 9 - -"),
        row(9, good(9).rule(LIMITS).stale(MINUTE, HOUR).forPickup(), pending),
        row(18, good(9).rule(counted).rule("{'pickup':false}").forPickup(), "in-stock band 9 - -"),
        row(10, good(9).stale(MINUTE, null), "syncing never-heard - - -"),
        row(
            11,
            good(9).with("openDiscrepancies", 1).rule("{'confirmBelowPerMille':800}"),
            "store-confirmation-required confidence - - -"),
        row(
            12,
            good(9).with("inTransit", 1).rule("{'limitedInTransition':true}"),
            "limited-availability in-transition 9 - -"),
        row(
            12,
            good(9).reserved(1).picked(Duration.ofMinutes(4)).rule("{'limitedInTransition':true}"),
            "limited-availability in-transition 8 - -"),
        row(
            18,
            good(9).reserved(1).picked(Duration.ofMinutes(5)).rule("{'limitedInTransition':true}"),
            "in-stock band 8 - -"),
        row(
            18,
            good(9).picked(Duration.ofMinutes(1)).rule("{'limitedInTransition':true}"),
            "in-stock band 9 - -"));
  }

  private static List<Expected> bands() {
    String old = "{'freshFor':'PT30M'}";
    return List.of(
        row(13, good(1).rule(BANDS), "last-item band 1 1 -"),
        row(14, good(3).rule(BANDS), "only-n-left band 3 3 -"),
        row(14, good(3).rule(BANDS.replace("exact", "banded")), "only-n-left band - 3 -"),
        row(
            15,
            good(3).rule(BANDS).pulled(SwitchLevel.SOFT, SwitchScope.EVERYTHING),
            "limited-availability switch - - -"),
        row(
            15,
            good(7).rule(BANDS).pulled(SwitchLevel.SOFT, SwitchScope.EVERYTHING),
            "in-stock switch - - -"),
        row(
            16,
            good(1).rule(BANDS).rule(old).stale(MINUTE, HOUR),
            "limited-availability stale-source - - -"),
        row(16, good(7).rule(BANDS).rule(old).stale(MINUTE, HOUR), "in-stock stale-source - - -"),
        row(17, good(6).rule(BANDS), "limited-availability band 6 - -"),
        row(18, good(7).rule(BANDS), "in-stock band 7 - -"),
        row(
            18,
            good(7).rule(BANDS).rule(old).stale(MINUTE, Duration.ofMinutes(20)),
            "in-stock band 7 - -"),
        row(18, good(7).rule("{'exposure':{'shown':'banded'}}"), "in-stock band - - -"),
        row(18, good(7).rule("{'listingCap':4}"), "in-stock band 4 - -"));
  }

  private static Subject retired() {
    Subject s = Case.SUBJECT;
    return new Subject(
        s.sku(),
        s.categoryPath(),
        s.velocityClass(),
        s.tags(),
        s.location(),
        s.locationKind(),
        s.groups(),
        true);
  }

  private static ChannelTraits sellingAt(
      @Nullable List<String> locations, @Nullable List<String> skus, @Nullable List<String> pilot) {
    return new ChannelTraits("Shop", locations, skus, pilot, null, null);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_first_row_that_applies_is_the_answer(Expected expected) {
    Promise promise = expected.question.promise();
    String told =
        Stream.of(
                JSON.convertValue(promise.state(), String.class),
                promise.why(),
                promise.shown(),
                promise.left(),
                promise.on())
            .map(each -> each == null ? "-" : each.toString())
            .collect(Collectors.joining(" "));
    assertThat(told).isEqualTo(expected.told);
    assertThat(promise.why()).isEqualTo(Promising.TABLE.get(expected.row - 1).why());
    if (!promise.state().isOffered()) {
      assertThat(promise.sellable()).isZero();
      assertThat(promise.pickup().possible()).isFalse();
    }
  }

  @Test
  void every_row_of_the_table_has_its_case() {
    assertThat(rows().map(Expected::row).distinct().sorted().toList())
        .isEqualTo(Stream.iterate(1, n -> n + 1).limit(Promising.TABLE.size()).toList());
  }

  /** In the paper the table's rows are {@code | number | `why` | when | `state` … |}. */
  @Test
  void the_paper_has_the_rows_in_the_order_of_the_code() throws IOException {
    List<String> inPaper = new ArrayList<>();
    for (String line : Files.readAllLines(PAPER)) {
      if (line.matches("\\| \\d+ \\| `.*")) {
        String[] cells = line.split("\\|", -1);
        inPaper.add(cells[1].strip() + " " + cells[2].strip().replace("`", ""));
      }
    }
    List<String> inCode = new ArrayList<>();
    for (Promising.Row row : Promising.TABLE) {
      inCode.add((inCode.size() + 1) + " " + row.why());
    }
    assertThat(inPaper).isEqualTo(inCode);
  }

  @Test
  void the_paper_names_the_state_of_each_row() throws IOException {
    Map<Integer, List<String>> told =
        rows()
            .collect(
                Collectors.groupingBy(
                    Expected::row,
                    Collectors.mapping(e -> e.told.split(" ", -1)[0], Collectors.toList())));
    for (String line : Files.readAllLines(PAPER)) {
      if (line.matches("\\| \\d+ \\| `.*")) {
        String[] cells = line.split("\\|", -1);
        String said = cells[4];
        List<String> states = told.getOrDefault(Integer.valueOf(cells[1].strip()), List.of());
        if (!said.contains("the rule's fallback")) {
          assertThat(Arrays.asList(said.strip().replace("`", "").split(" or ", -1)))
              .containsAll(states);
        }
      }
    }
  }
}
