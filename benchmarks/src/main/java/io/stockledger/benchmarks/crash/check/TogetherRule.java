package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.PartKey;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Of commands that were sent to take effect together all did, with nothing between them, or none.
 */
final class TogetherRule implements Rule {
  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    Map<String, Integer> wholes = new HashMap<>();
    for (String key : chronicle.attempts().keySet()) {
      PartKey part = PartKey.in(key);
      if (part != null) {
        wholes.put(part.whole(), part.of());
      }
    }
    wholes.forEach((whole, of) -> judge(whole, of, chronicle, findings));
  }

  private static void judge(String whole, int of, Chronicle chronicle, Findings findings) {
    List<String> keys =
        IntStream.range(0, of).mapToObj(index -> new PartKey(whole, index, of).key()).toList();
    long accepted =
        keys.stream()
            .map(chronicle.receipts()::get)
            .filter(Objects::nonNull)
            .filter(StoredReceipt::isAccepted)
            .count();
    if (accepted > 0 && accepted < of) {
      findings.add(
          Kind.HALF_REQUEST, whole, "of %d commands %d took effect".formatted(of, accepted));
    }
    List<Long> positions =
        keys.stream()
            .flatMap(key -> chronicle.effects().getOrDefault(key, List.of()).stream())
            .map(Entry::position)
            .sorted()
            .toList();
    if (!positions.isEmpty() && positions.getLast() - positions.getFirst() >= positions.size()) {
      findings.add(
          Kind.HALF_REQUEST, whole, "others are between its entries %s".formatted(positions));
    }
  }
}
