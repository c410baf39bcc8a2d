package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.ItemRead;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.PartKey;
import io.stockledger.benchmarks.crash.history.StoredEvent;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A copy of a history, and the damage that is done to it at a random place. */
final class Damaged {
  private final Random random;
  private final List<Attempt> attempts;
  private final List<Lookup> lookups;
  private final List<StoredEvent> events;
  private final List<StoredReceipt> receipts;
  private final List<ItemRead> reads;

  private Damaged(History history, Random random) {
    this.random = random;
    attempts = new ArrayList<>(history.attempts());
    lookups = new ArrayList<>(history.lookups());
    events = new ArrayList<>(history.events());
    receipts = new ArrayList<>(history.receipts());
    reads = new ArrayList<>(history.reads());
  }

  static History by(Damage damage, History history, Random random) {
    Damaged damaged = new Damaged(history, random);
    damaged.damage(damage);
    return new History(
        List.of(),
        damaged.attempts,
        damaged.lookups,
        damaged.events,
        damaged.receipts,
        damaged.reads);
  }

  private void damage(Damage damage) {
    switch (damage) {
      case AN_EVENT_IS_MISSING -> events.remove(any(events, e -> true));
      case AN_EVENT_IS_MISSING_AND_THE_GAP_IS_CLOSED -> {
        events.remove(any(events, e -> true));
        renumber();
      }
      case AN_EVENT_IS_THERE_TWICE -> {
        StoredEvent event = any(events, e -> true);
        events.add(events.indexOf(event), event);
      }
      case AN_EVENT_IS_RECORDED_AGAIN -> append(any(events, e -> true));
      case NEIGHBOURS_OF_A_STREAM_ARE_SWAPPED -> swapNeighbours();
      case AN_ENTRY_IS_ALTERED ->
          edit(events, any(events, e -> true), "payload", p -> Edits.altered(p, random, true));
      case AN_ENTRY_BELONGS_TO_ANOTHER_COMMAND -> giveAway();
      case AN_ENTRY_BELONGS_TO_NOBODY ->
          edit(events, any(events, e -> keyOf(e) != null), "metadata", m -> "{}");
      case AN_ENTRY_IS_RECORDED_TOO_EARLY -> {
        StoredEvent event = any(events, e -> e.version() > 1);
        swap(
            events,
            event,
            Edits.with(event, "recordedAt", event.recordedAt().minus(Duration.ofDays(1))));
      }
      case AN_ACKNOWLEDGED_COMMAND_IS_MISSING -> loseCommand();
      case A_RECEIPT_IS_MISSING -> receipts.remove(any(receipts, r -> true));
      case A_REFUSAL_TOOK_EFFECT -> {
        StoredReceipt refusal = any(receipts, r -> !r.isAccepted());
        StoredEvent event = any(events, e -> e.type().equals("stock.received"));
        append(Edits.with(event, "metadata", metadata(refusal.key())));
      }
      case A_REFUSAL_IS_NOT_JUSTIFIED -> {
        StoredReceipt refusal = any(receipts, r -> r.answer().contains("insufficient-stock"));
        retell(refusal, refusal.answer().replaceAll("\"available\":", "\"available\":1000"));
      }
      case A_LATER_COMMAND_WAS_DECIDED_EARLIER -> sendLater();
      case AN_ANSWER_IS_ALTERED ->
          edit(
              attempts,
              any(attempts, Attempt::isDecided),
              "answer",
              a -> Edits.altered(a, random, false));
      case AN_ANSWER_AND_ITS_RECEIPT_ARE_ALTERED -> {
        StoredReceipt receipt = any(receipts, StoredReceipt::isAccepted);
        retell(receipt, Edits.altered(receipt.answer(), random, true));
      }
      case A_REPEAT_IS_ANSWERED_OTHERWISE -> {
        Attempt repeat = any(attempts, Attempt::replayed);
        swap(attempts, repeat, Edits.with(repeat, "status", repeat.status() == 200 ? 409 : 200));
      }
      case A_REPEAT_IS_EXECUTED -> {
        Attempt repeat = any(attempts, Attempt::replayed);
        swap(attempts, repeat, Edits.with(repeat, "replayed", false));
      }
      case AN_OUTCOME_IS_DENIED -> {
        Lookup told = any(lookups, l -> l.status() == 200);
        Lookup denied = new Lookup(told.key(), 1, told.askedAt(), 404, 0, "", events.size());
        swap(lookups, told, denied);
      }
      case AN_OUTCOME_IS_TOLD_OTHERWISE ->
          edit(
              lookups,
              any(lookups, l -> l.status() == 200),
              "answer",
              a -> Edits.altered(a, random, false));
      case AN_OUTCOME_CANNOT_BE_LEARNED -> lookups.remove(any(lookups, l -> true));
      case A_READ_IS_ALTERED ->
          edit(reads, any(reads, r -> true), "figures", f -> Edits.altered(f, random, false));
      case A_READ_IS_STALE -> {
        ItemRead read = any(reads, r -> r.version() > 1);
        swap(reads, read, Edits.with(read, "version", read.version() - 1));
      }
      case A_LEG_OF_A_TRANSFER_IS_MISSING -> {
        events.remove(any(events, Damaged::isLeg));
        renumber();
      }
      case A_LEG_OF_A_TRANSFER_HAS_ANOTHER_QUANTITY ->
          edit(events, any(events, Damaged::isLeg), "payload", Edits::withOneMore);
      case A_RECEIPT_OF_A_TRANSFER_IS_THERE_TWICE -> {
        StoredEvent event = any(events, e -> e.type().equals(TransferFold.RECEIVED));
        events.add(events.indexOf(event), Edits.with(event, "eventId", "one-more"));
        renumber();
      }
      case A_PART_OF_AN_ATOMIC_REQUEST_IS_MISSING -> losePart();
      case SOMETHING_IS_BETWEEN_THE_PARTS_OF_AN_ATOMIC_REQUEST -> {
        StoredEvent first = any(events, Damaged::isFirstPart);
        StoredEvent stranger = any(events, e -> PartKey.in(String.valueOf(keyOf(e))) == null);
        events.remove(stranger);
        events.add(events.indexOf(first) + 1, stranger);
        renumber();
      }
    }
  }

  private static boolean isFirstPart(StoredEvent event) {
    PartKey part = PartKey.in(String.valueOf(keyOf(event)));
    return part != null && part.index() == 0;
  }

  /** As if nobody had heard of it. */
  private void losePart() {
    String key = keyOf(any(events, Damaged::isFirstPart));
    events.removeIf(event -> Objects.equals(keyOf(event), key));
    receipts.removeIf(receipt -> receipt.key().equals(key));
    attempts.replaceAll(a -> a.key().equals(key) ? Edits.with(a, "status", 0) : a);
    lookups.removeIf(lookup -> lookup.key().equals(key));
    lookups.add(new Lookup(String.valueOf(key), 1, now(), 404, 0, "", events.size()));
    renumber();
  }

  private Instant now() {
    return attempts.getLast().doneAt().plusSeconds(1);
  }

  private static boolean isLeg(StoredEvent event) {
    return event.type().equals(TransferFold.DISPATCHED)
        || event.type().equals(TransferFold.UNDER_WAY);
  }

  private void append(StoredEvent event) {
    long version = 1 + events.stream().filter(e -> e.stream().equals(event.stream())).count();
    events.add(at(event, events.size() + 1L, version, "one-more"));
  }

  private static StoredEvent at(StoredEvent event, long position, long version, String id) {
    StoredEvent moved = Edits.with(Edits.with(event, "position", position), "version", version);
    return Edits.with(moved, "eventId", id);
  }

  private void swapNeighbours() {
    StoredEvent second = any(events, e -> e.version() > 1);
    StoredEvent first =
        any(events, e -> e.stream().equals(second.stream()) && e.version() == second.version() - 1);
    int at = events.indexOf(first);
    swap(events, second, at(first, second.position(), second.version(), first.eventId()));
    events.set(at, at(second, first.position(), first.version(), second.eventId()));
  }

  private void giveAway() {
    StoredEvent event = any(events, e -> keyOf(e) != null);
    StoredReceipt other = any(receipts, r -> !r.key().equals(keyOf(event)));
    swap(events, event, Edits.with(event, "metadata", metadata(other.key())));
  }

  private void loseCommand() {
    Attempt lost = any(attempts, Attempt::isDecided);
    receipts.removeIf(receipt -> receipt.key().equals(lost.key()));
    events.removeIf(event -> lost.key().equals(keyOf(event)));
    renumber();
  }

  /** Sent when the ledger had told of higher positions already. */
  private void sendLater() {
    Attempt last = attempts.getLast();
    Attempt early = any(attempts, a -> a.isDecided() && a.position() < events.size() / 2);
    for (Attempt attempt : List.copyOf(attempts)) {
      if (attempt.key().equals(early.key())) {
        Attempt late = Edits.with(attempt, "sentAt", last.doneAt().plusSeconds(1));
        swap(attempts, attempt, Edits.with(late, "doneAt", last.doneAt().plusSeconds(2)));
      }
    }
  }

  /** Everywhere where the answer is found. */
  private void retell(StoredReceipt receipt, String answer) {
    swap(receipts, receipt, Edits.with(receipt, "answer", answer));
    attempts.replaceAll(
        a -> a.key().equals(receipt.key()) && a.isDecided() ? Edits.with(a, "answer", answer) : a);
    lookups.replaceAll(l -> l.key().equals(receipt.key()) ? Edits.with(l, "answer", answer) : l);
  }

  private void renumber() {
    Map<String, Long> versions = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      StoredEvent event = events.get(i);
      long version = versions.merge(event.stream(), 1L, Long::sum);
      events.set(i, at(event, i + 1L, version, event.eventId()));
    }
  }

  private static String metadata(String key) {
    return "{\"client\":\"" + History.CLIENT + "\",\"key\":\"" + key + "\"}";
  }

  private static @Nullable String keyOf(StoredEvent event) {
    return Entry.of(event).key();
  }

  private <T> T any(List<T> lines, Predicate<T> fit) {
    List<T> fitting = lines.stream().filter(fit).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private static <T extends Record> void edit(
      List<T> lines, T line, String field, UnaryOperator<String> change) {
    String before = JsonMapper.shared().valueToTree(line).path(field).asString();
    swap(lines, line, Edits.with(line, field, change.apply(before)));
  }

  private static <T> void swap(List<T> lines, T line, T other) {
    lines.set(lines.indexOf(line), other);
  }
}
