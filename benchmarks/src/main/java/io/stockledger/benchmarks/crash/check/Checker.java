package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.history.History;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a history by every rule. */
public final class Checker {
  private static final List<Rule> RULES =
      List.of(
          new DensityRule(),
          new OneAnswerRule(),
          new EffectsRule(),
          new FoldRule(),
          new TransferRule(),
          new TogetherRule(),
          new RequestRule(),
          new RealTimeRule(),
          new ReadRule());

  private Checker() {}

  /** What is wrong with it, nothing if it is right. */
  public static List<Finding> judge(History history) {
    Chronicle chronicle = Chronicle.of(history);
    Findings findings = new Findings();
    RULES.forEach(rule -> rule.judge(chronicle, findings));
    return findings.all();
  }

  /** The keys of the commands that the ledger acknowledged. */
  public static Set<String> acknowledged(History history) {
    Chronicle chronicle = Chronicle.of(history);
    return chronicle.attempts().keySet().stream()
        .filter(key -> !chronicle.decided(key).isEmpty())
        .collect(Collectors.toSet());
  }
}
