package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.check.Finding;
import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.PartKey;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;

/** What all cycles together came to. */
final class Tally {
  private int cycles;
  private long acknowledged;
  private long acknowledgedTogether;
  private final Set<String> broken = new LinkedHashSet<>();
  private final Set<Finding> findings = new LinkedHashSet<>();

  void cycle() {
    cycles++;
  }

  /** The keys of the commands that a ledger acknowledged in all its cycles. */
  void acknowledged(Set<String> keys) {
    acknowledged += keys.size();
    acknowledgedTogether +=
        keys.stream()
            .map(PartKey::in)
            .filter(Objects::nonNull)
            .map(PartKey::whole)
            .distinct()
            .count();
  }

  void found(List<Finding> more) {
    findings.addAll(more);
  }

  /** A cycle that did not come to its end. */
  void broken(String what) {
    broken.add(what);
  }

  Set<Finding> findings() {
    return findings;
  }

  boolean isClean() {
    return broken.isEmpty() && findings.isEmpty();
  }

  /** How many commands, items or positions were found to be wrong in that way. */
  long count(Kind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .map(Finding::subject)
        .distinct()
        .count();
  }

  SequencedMap<String, Object> figures() {
    SequencedMap<String, Object> figures = new LinkedHashMap<>();
    figures.put("cycles", cycles);
    figures.put("acknowledged", acknowledged);
    figures.put("acknowledgedTogether", acknowledgedTogether);
    figures.put("lost", count(Kind.LOST));
    figures.put("doubled", count(Kind.DOUBLED));
    figures.put("phantom", count(Kind.PHANTOM));
    figures.put("halfTransfers", count(Kind.HALF_TRANSFER));
    figures.put("halfRequests", count(Kind.HALF_REQUEST));
    figures.put("oversold", count(Kind.OVERSOLD));
    figures.put("unresolved", count(Kind.UNRESOLVED));
    figures.put("unjustified", count(Kind.UNJUSTIFIED));
    figures.put("disordered", count(Kind.DISORDER));
    figures.put("contradictory", count(Kind.CONTRADICTION));
    figures.put("broken", broken.size());
    return figures;
  }
}
