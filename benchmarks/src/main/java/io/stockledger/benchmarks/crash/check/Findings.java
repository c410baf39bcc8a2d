package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** Collects what the rules find. */
final class Findings {
  private final List<Finding> found = new ArrayList<>();

  void add(Kind kind, Object subject, String what) {
    found.add(new Finding(kind, subject.toString(), what));
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
