package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.play.Foreseen.Sum;
import io.stockledger.server.play.Foresight.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has a draft of a rule of each channel played over the day, and holds what the ledger finds
 * against the model: every day of every item, and the sums. A day that was broken off asks anew.
 */
final class Previews {
  /** A node plays one at a time, and other clients may have one under way. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private static final long MOST_DAYS = 90;
  private static final String NO_DIFFERENCE = "no difference";

  private final Desk desk;
  private final Drafts drafts;
  private final Foresight foresight;
  private final Reader reader;
  private final List<Found> all = new ArrayList<>();
  private final Findings days = new Findings("days of items previewed");
  private final Findings sums = new Findings("sums of previews compared");
  private Sum total = Sum.NOTHING;

  /**
   * What the ledger found.
   *
   * @param card how it ended, and the sums
   * @param rows days of items on which the draft makes a difference
   */
  record Found(Outlet outlet, JsonNode card, List<JsonNode> rows) {}

  Previews(Desk desk, Drafts drafts, Foresight foresight) {
    this.desk = desk;
    this.drafts = drafts;
    this.foresight = foresight;
    this.reader = new Reader(desk);
  }

  /**
   * Has them played, one after the other, when all promises have run out; and before the ledger's
   * entries are heard, so that whatever counts for a preview is among these.
   */
  void ask() {
    for (Outlet outlet : Outlet.values()) {
      Answer answer = asked(outlet);
      if (answer.accepted()) {
        String path = drafts.path(outlet) + "/" + answer.body().path("id").asString();
        JsonNode card = ended(path);
        List<JsonNode> rows = new ArrayList<>();
        reader.readAll(path + "/items?limit=" + Reader.PAGE, rows::add);
        all.add(new Found(outlet, card, rows));
      } else {
        desk.tally().fault(drafts.path(outlet) + ": " + answer.status() + " " + answer.text());
      }
    }
  }

  private Answer asked(Outlet outlet) {
    ObjectNode body = drafts.request(outlet, daysSince(desk.journal().firstRecordedAt()));
    String key = desk.plan().run() + ":preview:" + outlet.word() + ":" + Instant.now();
    Call call = Call.post(drafts.path(outlet), key, body, desk.bearer(Client.MANAGER));
    List<Answer> answers = new ArrayList<>();
    Patience.until(
        () -> {
          answers.add(desk.ledger().send(call));
          return !answers.getLast().problem().equals("preview-running");
        },
        LONGEST);
    return answers.getLast();
  }

  /** All of the trading day, and one more in case that midnight is near. */
  private static long daysSince(Instant begun) {
    long days = ChronoUnit.DAYS.between(dayOf(begun), dayOf(Instant.now())) + 2;
    return Math.min(MOST_DAYS, days);
  }

  private static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private JsonNode ended(String path) {
    Patience.until(
        () -> !reader.read(path).body().path("state").asString().equals("running"), LONGEST);
    return reader.read(path).body();
  }

  /** After the ledger's entries were heard. */
  void compareAll() {
    all.forEach(this::compare);
    days.tell("units promised", total.reserved());
    days.tell("  that a draft would have refused", total.refused());
    days.tell("  that were oversold", total.oversold());
    days.tell("  of these spared by a draft", total.spared());
  }

  void compare(Found found) {
    Outlet outlet = found.outlet();
    JsonNode card = found.card();
    Period period =
        new Period(
            outlet,
            LocalDate.parse(card.path("firstDay").asString()),
            Instant.parse(card.path("askedAt").asString()));
    List<Item> reached =
        desk.journal().items().stream().filter(item -> drafts.reaches(outlet, item)).toList();
    List<Item> played = reached.stream().filter(item -> drafts.isAbout(outlet, item)).toList();
    sums.compare(
        outlet.word() + ", how it ended",
        words(card),
        words("done", true, reached.size(), reached.size(), played.size()));
    List<Foreseen> foreseen = new ArrayList<>();
    for (Item item : played) {
      foreseen.addAll(foresight.of(period, item, desk.journal().of(item)));
    }
    foreseen.sort(Comparator.comparing(Foreseen::name));
    compareRows(outlet, found.rows(), foreseen);
    compareSums(outlet, card, foreseen);
  }

  private static String words(JsonNode card) {
    return words(
        card.path("state").asString(),
        card.path("complete").asBoolean(),
        card.path("inReach").asLong(),
        card.path("lookedAt").asLong(),
        card.path("played").asLong());
  }

  private static String words(
      String state, boolean complete, long reached, long lookedAt, long played) {
    return "%s, %s, %d of %d items looked at, %d played"
        .formatted(state, complete ? "complete" : "not complete", lookedAt, reached, played);
  }

  private void compareRows(Outlet outlet, List<JsonNode> rows, List<Foreseen> foreseen) {
    Map<String, String> listed = new LinkedHashMap<>();
    rows.forEach(row -> listed.put(Foreseen.name(row), Foreseen.words(row)));
    sums.compare(
        outlet.word() + ", days that are listed by SKU, location and day",
        List.copyOf(listed.keySet()).equals(listed.keySet().stream().sorted().toList())
            ? rows.size()
            : "in disorder",
        (int) foreseen.stream().filter(Foreseen::differs).count());
    for (Foreseen day : foreseen) {
      String said = listed.remove(day.name());
      days.compare(
          outlet.word() + " of " + day.name(),
          said == null ? NO_DIFFERENCE : said,
          day.differs() ? day.words() : NO_DIFFERENCE);
    }
    listed.forEach(
        (name, said) -> days.compare(outlet.word() + " of " + name, said, "no such day"));
  }

  private void compareSums(Outlet outlet, JsonNode card, List<Foreseen> foreseen) {
    Map<String, Sum> byDay = new TreeMap<>();
    foreseen.forEach(day -> byDay.merge(day.day().toString(), day.sum(), Sum::plus));
    Set<String> names = new TreeSet<>(byDay.keySet());
    names.addAll(card.path("byDay").propertyNames());
    for (String name : names) {
      sums.compare(
          outlet.word() + " on " + name,
          Sum.of(card.path("byDay").path(name)).words(),
          byDay.getOrDefault(name, Sum.NOTHING).words());
    }
    Sum sum = byDay.values().stream().reduce(Sum.NOTHING, Sum::plus);
    sums.compare(outlet.word() + " in all", Sum.of(card.path("totals")).words(), sum.words());
    total = total.plus(sum);
  }

  Findings days() {
    return days;
  }

  Findings sums() {
    return sums;
  }
}
