package io.stockledger.query;

import io.stockledger.api.reservation.ReleaseReason;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.projections.testing.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Promises that are made, changed, picked, released and expire by chance, as entries; and what
 * became of each, noted as it was done.
 */
final class PromiseLives {
  static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
  static final Duration SPAN = Duration.ofDays(30);

  private static final int PROMISES = 400;
  private static final List<ReleaseReason> REASONS =
      List.of(ReleaseReason.values()).subList(0, ReleaseReason.values().length - 1);

  /** A line of a promise at its own location. */
  static final class Part {
    final String line;
    final ItemId item;
    final @Nullable LocalDate day;
    long promised;
    long open;
    long picked;
    @Nullable String reason;
    Instant ended = Instant.MIN;

    private Part(String line, ItemId item, long units, @Nullable LocalDate day) {
      this.line = line;
      this.item = item;
      this.promised = units;
      this.open = units;
      this.day = day;
    }
  }

  /** A promise, from its first line on. */
  static final class Life {
    final String id;
    final @Nullable String channel;
    final Instant made;
    final @Nullable Instant expiresAt;
    final List<Part> parts = new ArrayList<>();

    private Life(String id, @Nullable String channel, Instant made, @Nullable Instant expiresAt) {
      this.id = id;
      this.channel = channel;
      this.made = made;
      this.expiresAt = expiresAt;
    }

    private boolean isOpen() {
      return parts.stream().anyMatch(part -> part.open > 0);
    }
  }

  private record Turn(Instant at, Life life) {}

  private final Random random;
  private final Story story = new Story();
  private final List<Life> lives = new ArrayList<>();
  private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::at));

  PromiseLives(Random random) {
    this.random = random;
  }

  List<Life> lives() {
    return lives;
  }

  Story play() {
    story.at(FIRST);
    for (int place = 0; place < 5; place++) {
      story.received(item(place), 1_000_000);
    }
    for (int i = 0; i < PROMISES; i++) {
      Instant made = FIRST.plusMillis(1 + random.nextLong(SPAN.toMillis()));
      String channel = random.nextInt(4) == 0 ? null : "c" + random.nextInt(3);
      Instant expiresAt = random.nextInt(3) == 0 ? made.plus(someTime()) : null;
      Life life = new Life("r" + i, channel, made, expiresAt);
      lives.add(life);
      turns.add(new Turn(made, life));
    }
    for (Turn turn = turns.poll(); turn != null; turn = turns.poll()) {
      if (turn.at().isBefore(FIRST.plus(SPAN))) {
        take(turn.life(), turn.at());
      }
    }
    lives.forEach(PromiseLives::runOut);
    return story;
  }

  /** What is due by the end ended at its moment, although no entry says so. */
  private static void runOut(Life life) {
    Instant end = life.expiresAt;
    for (Part part : life.parts) {
      if (part.open > 0 && end != null && !end.isAfter(FIRST.plus(SPAN))) {
        part.open = 0;
        part.reason = "EXPIRED";
        part.ended = end;
      }
    }
  }

  private void take(Life life, Instant at) {
    story.at(at);
    Instant end = life.expiresAt;
    if (life.parts.isEmpty()) {
      int lines = 1 + random.nextInt(3);
      for (int line = 0; line < lines; line++) {
        reserve(life);
      }
    } else if (end != null && !at.isBefore(end)) {
      expire(life, at, end);
    } else {
      step(life, at);
    }
    if (life.isOpen()) {
      turns.add(new Turn(at.plus(someTime()), life));
    }
  }

  private void reserve(Life life) {
    Part part = part(life);
    LocalDate day = part.day;
    story.stock(
        new StockReserved(
            entry(part, part.open, null),
            life.id,
            part.line,
            part.open,
            part.open,
            life.expiresAt,
            life.channel,
            day == null ? null : (Long) 1L,
            day));
  }

  /** At a location where the promise has no line yet. */
  private Part part(Life life) {
    int number = life.parts.size();
    LocalDate today = LocalDate.ofInstant(life.made, ZoneOffset.UTC);
    LocalDate day = random.nextInt(3) == 0 ? today.plusDays(random.nextInt(8)) : null;
    int place = Math.floorMod(life.id.hashCode() + number, 5);
    Part part = new Part("l" + number, item(place), 1 + random.nextInt(6), day);
    life.parts.add(part);
    return part;
  }

  private void expire(Life life, Instant at, Instant end) {
    boolean recorded = random.nextBoolean();
    for (Part part : life.parts) {
      if (part.open > 0) {
        if (recorded) {
          story.stock(
              new StockReservationsExpired(
                  entry(part, -part.open, null),
                  List.of(new ExpiredLine(life.id, part.line, part.open, end))));
        }
        part.open = 0;
        part.reason = "EXPIRED";
        part.ended = recorded ? at : end;
      }
    }
  }

  private void step(Life life, Instant at) {
    List<Part> open = life.parts.stream().filter(part -> part.open > 0).toList();
    Part part = open.get(random.nextInt(open.size()));
    long units = random.nextBoolean() ? part.open : 1 + random.nextLong(part.open);
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> {
        story.stock(
            new StockPicked(entry(part, -units, null), units, life.id, part.line, units, false));
        part.picked += units;
        part.open -= units;
      }
      case 5, 6 -> release(life, part, units);
      case 7, 8 -> change(life, part, units);
      default -> {
        if (life.parts.size() < 5) {
          Part added = part(life);
          changed(life, added, added.open);
        }
      }
    }
    if (part.open == 0) {
      part.ended = at;
    }
  }

  private void release(Life life, Part part, long units) {
    String reason =
        random.nextInt(3) == 0 ? null : REASONS.get(random.nextInt(REASONS.size())).name();
    story.stock(new StockReleased(entry(part, -units, reason), life.id, part.line, units));
    part.open -= units;
    part.reason = reason == null ? part.reason : reason;
  }

  /** More is promised, or less, or nothing. */
  private void change(Life life, Part part, long units) {
    long change = random.nextInt(3) == 0 ? units : -units;
    part.promised += change;
    part.open += change;
    changed(life, part, change);
  }

  private void changed(Life life, Part part, long change) {
    boolean grown = change == part.open;
    OpenLine line =
        new OpenLine(
            part.line,
            part.open,
            grown && part.day != null ? (Long) 1L : null,
            grown ? part.day : null);
    story.stock(
        new StockReservationChanged(
            entry(part, change, null),
            life.id,
            part.open == 0 ? List.of() : List.of(line),
            life.expiresAt,
            life.channel));
  }

  private Duration someTime() {
    return Duration.ofMillis(1 + random.nextLong(Duration.ofDays(3).toMillis()));
  }

  private Entry entry(Part part, long change, @Nullable String reason) {
    Entry entry = story.entry(part.item, Change.ofAllocated(change));
    return new Entry(
        entry.location(),
        entry.sku(),
        entry.occurredAt(),
        entry.recordedAt(),
        entry.change(),
        null,
        null,
        null,
        null,
        null,
        null,
        reason,
        null,
        null,
        null);
  }

  private static ItemId item(int place) {
    return new ItemId("L" + place, "A");
  }
}
