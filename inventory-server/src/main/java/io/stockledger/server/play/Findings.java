package io.stockledger.server.play;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing that the ledger says was held against the model. Safe for use by many threads. */
final class Findings {
  private static final int SHOWN = 10;

  private final String what;
  private final List<String> differences = new ArrayList<>();
  private final Map<String, Long> told = new LinkedHashMap<>();
  private long compared;
  private long differing;

  /**
   * @param what was compared, as a line of the report says it
   */
  Findings(String what) {
    this.what = what;
  }

  /**
   * @param of what is compared
   */
  void compare(String of, Object ledger, Object model) {
    compare(
        ledger.equals(model)
            ? List.of()
            : List.of("%s: the ledger says %s, the model says %s".formatted(of, ledger, model)));
  }

  /**
   * One more was compared.
   *
   * @param found where it differs, nothing where it does not
   */
  synchronized void compare(List<String> found) {
    compared++;
    if (!found.isEmpty()) {
      differing++;
      if (differences.size() < SHOWN) {
        differences.add(String.join("; ", found));
      }
    }
  }

  /** Says how often something was among what was compared. */
  synchronized void tell(String what, long number) {
    told.put(what, number);
  }

  synchronized Map<String, Long> told() {
    return new LinkedHashMap<>(told);
  }

  String what() {
    return what;
  }

  synchronized long compared() {
    return compared;
  }

  synchronized long differing() {
    return differing;
  }

  /** The first differences, one sentence each. */
  synchronized List<String> differences() {
    return List.copyOf(differences);
  }
}
