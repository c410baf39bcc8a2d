package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A history in the forms in which the rules need it.
 *
 * @param attempts by key, in the order in which they were sent
 * @param receipts by key
 * @param effects the entries of each key, in order
 */
record Chronicle(
    History history,
    List<Entry> entries,
    Map<String, List<Attempt>> attempts,
    Map<String, List<Lookup>> lookups,
    Map<String, StoredReceipt> receipts,
    Map<String, List<Entry>> effects) {

  static Chronicle of(History history) {
    List<Entry> entries = history.events().stream().map(Entry::of).toList();
    List<Attempt> sent = new ArrayList<>(history.attempts());
    sent.sort(Comparator.comparing(Attempt::sentAt));
    Map<String, StoredReceipt> receipts = new HashMap<>();
    history.receipts().forEach(receipt -> receipts.put(receipt.key(), receipt));
    Map<String, List<Entry>> effects =
        by(entries.stream().filter(entry -> entry.key() != null).toList(), Chronicle::keyOf);
    return new Chronicle(
        history,
        entries,
        by(sent, Attempt::key),
        by(history.lookups(), Lookup::key),
        receipts,
        effects);
  }

  private static String keyOf(Entry entry) {
    return Objects.requireNonNull(entry.key());
  }

  private static <T> Map<String, List<T>> by(List<T> all, Function<T, String> key) {
    Map<String, List<T>> groups = new LinkedHashMap<>();
    all.forEach(one -> groups.computeIfAbsent(key.apply(one), any -> new ArrayList<>()).add(one));
    return groups;
  }

  Attempt first(String key) {
    return Objects.requireNonNull(attempts.get(key)).getFirst();
  }

  Instant firstSent(String key) {
    return first(key).sentAt();
  }

  /** The attempts under a key that the ledger answered with a decision. */
  List<Attempt> decided(String key) {
    return attempts.getOrDefault(key, List.of()).stream().filter(Attempt::isDecided).toList();
  }
}
