package io.stockledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.reservation.PromiseAccuracyView;
import io.stockledger.api.reservation.PromiseFigures;
import io.stockledger.api.reservation.PromiseGrouping;
import io.stockledger.api.reservation.ReservationQuery.MeasureAccuracy;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.query.PromiseLives.Life;
import io.stockledger.query.PromiseLives.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How promises were kept, against a count of its own over promises that lived by chance. Run one
 * again with {@code -Daccuracy.seed=…}.
 */
class AccuracyQueriesTest {
  private static final Instant NOW = PromiseLives.FIRST.plus(PromiseLives.SPAN);
  private static final Set<String> NOT_THE_CUSTOMERS =
      Set.of("late", "in part", "UNSTATED", "OVERSOLD", "LATE_SUPPLY", "DAMAGED", "SUBSTITUTED");

  private final ReadDatabase database = new ReadDatabase();
  private final Asking asking = new Asking(database, NOW);
  private final long seed = Long.getLong("accuracy.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void what_is_counted_in_the_tables_is_what_became_of_each_promise() {
    System.out.println("accuracy.seed=" + seed);
    PromiseLives lives = new PromiseLives(random);
    database.fold(lives.play().events());
    Set<String> seen = new TreeSet<>();
    for (PromiseGrouping by : PromiseGrouping.values()) {
      for (int i = 0; i < 12; i++) {
        MeasureAccuracy query = query(by);
        assertThat(words(answered(query)))
            .as("%s, -Daccuracy.seed=%d", query, seed)
            .isEqualTo(counted(lives, query, seen));
      }
    }
    assertThat(seen)
        .contains("open", "kept", "late", "in part", "UNSTATED", "EXPIRED", "CUSTOMER", "OVERSOLD");
  }

  private MeasureAccuracy query(PromiseGrouping by) {
    boolean whole = random.nextInt(3) == 0;
    Duration begin = whole ? Duration.ZERO : Duration.ofMinutes(random.nextLong(40_000));
    Duration length = whole ? PromiseLives.SPAN : Duration.ofMinutes(1 + random.nextLong(20_000));
    Instant from = PromiseLives.FIRST.plus(begin);
    return new MeasureAccuracy(
        from,
        from.plus(length),
        random.nextInt(3) == 0 ? "c" + random.nextInt(3) : null,
        random.nextInt(3) == 0 ? "L" + random.nextInt(5) : null,
        by,
        new Page(1 + random.nextInt(3), null));
  }

  /** Page by page. */
  private List<PromiseFigures> answered(MeasureAccuracy query) {
    List<PromiseFigures> all = new ArrayList<>();
    Page page = query.page();
    while (true) {
      PromiseAccuracyView view =
          asking.view(
              new MeasureAccuracy(
                  query.from(),
                  query.until(),
                  query.channel(),
                  query.location(),
                  query.by(),
                  page));
      assertThat(view.items()).hasSizeLessThanOrEqualTo(page.limit());
      all.addAll(view.items());
      if (view.next() == null) {
        return all;
      }
      page = new Page(page.limit(), view.next());
    }
  }

  private static List<String> words(List<PromiseFigures> items) {
    return items.stream().map(AccuracyQueriesTest::words).toList();
  }

  private static String words(PromiseFigures f) {
    Map<String, Long> ended = new TreeMap<>(f.cancelled());
    ended.put("open", f.open());
    ended.put("kept", f.kept());
    ended.put("late", f.late());
    ended.put("in part", f.inPart());
    ended.values().removeIf(number -> number == 0);
    String name =
        f.channel() != null
            ? f.channel()
            : f.location() != null ? f.location() : f.day() != null ? f.day().toString() : "";
    return words(
        name,
        ended,
        f.promises(),
        f.overdue(),
        f.broken(),
        f.accuracy() == null ? -1 : f.accuracy().movePointRight(4).longValueExact(),
        f.units().promised(),
        f.units().picked(),
        f.units().open());
  }

  private static String words(String name, Map<String, Long> ended, Object... figures) {
    return name + " " + ended + " " + List.of(figures);
  }

  private record Judged(String outcome, boolean overdue, long promised, long picked, long open) {}

  private static List<String> counted(PromiseLives lives, MeasureAccuracy query, Set<String> seen) {
    Map<String, List<Judged>> groups = new TreeMap<>();
    for (Life life : lives.lives()) {
      if (life.made.isBefore(query.from())
          || !life.made.isBefore(query.until())
          || (query.channel() != null && !query.channel().equals(life.channel))) {
        continue;
      }
      life.parts.stream()
          .filter(part -> part.promised > 0)
          .filter(p -> query.location() == null || p.item.location().equals(query.location()))
          .collect(Collectors.groupingBy(part -> group(query.by(), life, part)))
          .forEach(
              (name, parts) ->
                  groups.computeIfAbsent(name, n -> new ArrayList<>()).add(judged(parts)));
    }
    List<String> all = new ArrayList<>();
    groups.forEach((name, promises) -> all.add(words(name, promises, seen)));
    return all;
  }

  private static String group(PromiseGrouping by, Life life, Part part) {
    return switch (by) {
      case CHANNEL -> life.channel == null ? "" : life.channel;
      case LOCATION -> part.item.location();
      case DAY -> life.made.toString().substring(0, 10);
    };
  }

  private static Judged judged(List<Part> parts) {
    long promised = 0;
    long picked = 0;
    long open = 0;
    LocalDate day = LocalDate.MAX;
    Instant end = Instant.MIN;
    Instant said = Instant.MIN;
    String reason = "";
    for (Part part : parts) {
      promised += part.promised;
      picked += part.picked;
      open += part.open;
      LocalDate own = part.day;
      if (own != null && (day.equals(LocalDate.MAX) || own.isAfter(day))) {
        day = own;
      }
      end = part.ended.isAfter(end) ? part.ended : end;
      if (part.reason != null && part.ended.isAfter(said)) {
        said = part.ended;
        reason = part.reason;
      }
    }
    return new Judged(
        open > 0 ? "open" : outcome(promised, picked, reason, end, day),
        open > 0 && day.isBefore(LocalDate.ofInstant(NOW, ZoneOffset.UTC)),
        promised,
        picked,
        open);
  }

  private static String outcome(
      long promised, long picked, String reason, Instant end, LocalDate day) {
    if (picked < promised) {
      return !reason.isEmpty() ? reason : picked > 0 ? "in part" : "UNSTATED";
    }
    return LocalDate.ofInstant(end, ZoneOffset.UTC).isAfter(day) ? "late" : "kept";
  }

  private static String words(String name, List<Judged> promises, Set<String> seen) {
    Map<String, Long> ended = new TreeMap<>();
    promises.forEach(one -> ended.merge(one.outcome(), 1L, Long::sum));
    seen.addAll(ended.keySet());
    long kept = ended.getOrDefault("kept", 0L);
    long broken =
        promises.stream().filter(one -> NOT_THE_CUSTOMERS.contains(one.outcome())).count();
    return words(
        name,
        ended,
        (long) promises.size(),
        promises.stream().filter(Judged::overdue).count(),
        broken,
        kept + broken == 0 ? -1L : Math.round(10_000.0 * kept / (kept + broken)),
        promises.stream().mapToLong(Judged::promised).sum(),
        promises.stream().mapToLong(Judged::picked).sum(),
        promises.stream().mapToLong(Judged::open).sum());
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    Answer answer =
        asking.ask(
            new MeasureAccuracy(
                PromiseLives.FIRST,
                NOW,
                null,
                null,
                PromiseGrouping.DAY,
                new Page(1, "not-a-cursor!")));
    assertThat(answer).isInstanceOf(Answer.UnknownCursor.class);
  }
}
