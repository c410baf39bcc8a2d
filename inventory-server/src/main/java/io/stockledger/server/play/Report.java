package io.stockledger.server.play;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the day came to, and whether all is well. */
final class Report {
  private final Tally tally;
  private final Judgement judgement;
  private final Comparison comparison;
  private final List<Findings> findings;
  private final Kept kept;
  private final NaiveSite.Outcome naive;
  private final Duration length;

  Report(
      Tally tally,
      Judgement judgement,
      Comparison comparison,
      List<Findings> findings,
      Kept kept,
      NaiveSite.Outcome naive,
      Duration length) {
    this.tally = tally;
    this.judgement = judgement;
    this.comparison = comparison;
    this.findings = findings;
    this.kept = kept;
    this.naive = naive;
    this.length = length;
  }

  boolean allIsWell() {
    return tally.unexpectedAnswers() == 0
        && judgement.unitsPromisedThatWereNotThere() == 0
        && judgement.answersThatDiffer() == 0
        && judgement.doubled() == 0
        && comparison.itemsThatDiffer() == 0
        && findings.stream().allMatch(one -> one.differing() == 0)
        && comparison.commands() == tally.acceptedOnItems();
  }

  void print(PrintStream out) {
    out.printf("%nReport of the day%n");
    printTraffic(out);
    printPromises(out);
    printComparison(out);
    line(out, "a site that syncs every 5 minutes", "%,d units oversold".formatted(naive.units()));
    line(out, "", "in %,d orders, on the same demand".formatted(naive.orders()));
    line(out, "verdict", allIsWell() ? "all is well" : "NOT well, see above");
  }

  private void printTraffic(PrintStream out) {
    long millis = Math.max(1, length.toMillis());
    line(out, "commands", "%,d in %d s".formatted(tally.sent(), length.toSeconds()));
    line(out, "throughput", "%,d commands/s over HTTP".formatted(tally.sent() * 1_000 / millis));
    line(out, "accepted", tally.accepted());
    tally.kinds().forEach((kind, count) -> line(out, "  " + kind, count));
    line(out, "refused", tally.refused());
    tally.refusals().forEach((reason, count) -> line(out, "  " + reason, count));
    line(out, "messages sent twice, answered once", tally.repeats());
    if (tally.replayed() > 0) {
      line(out, "taken up from before the interruption", tally.replayed());
    }
    line(out, "unexpected answers", tally.unexpectedAnswers());
    print(out, tally.unexpected());
  }

  private void printPromises(PrintStream out) {
    long missing = judgement.unitsPromisedThatWereNotThere();
    line(out, "units promised that were not there", missing);
    judgement
        .uncoveredBy()
        .forEach(
            (what, units) ->
                line(out, "  uncovered later by " + what, "%,d units".formatted(units)));
    line(out, "  promised beyond, as the channel allowed", judgement.promisedBeyond());
    line(out, "promises that ran out", judgement.expired(Instant.now()));
    line(out, "promise accuracy: picked in full and in time,", "");
    line(out, "of what ended and no customer let go", "");
    kept.accuracies().forEach(accuracy -> printAccuracy(out, accuracy));
    line(out, "promises cancelled, by reason", sum(kept.cancellations()));
    kept.cancellations().forEach((reason, number) -> line(out, "  " + reason, number));
  }

  private static void printAccuracy(PrintStream out, Kept.Accuracy accuracy) {
    Double perCent = accuracy.perCent();
    String said =
        "%s: %,d kept of %,d, %,d open"
            .formatted(
                perCent == null ? "none ended" : String.format(Locale.ROOT, "%.1f %%", perCent),
                accuracy.kept(),
                accuracy.kept() + accuracy.broken(),
                accuracy.open());
    line(out, "  through " + accuracy.outlet().word(), said);
  }

  private static long sum(Map<String, Long> numbers) {
    return numbers.values().stream().mapToLong(Long::longValue).sum();
  }

  private void printComparison(PrintStream out) {
    line(out, "answers compared with the model", judgement.answersCompared());
    line(out, "  differences", judgement.answersThatDiffer());
    print(out, judgement.differences());
    line(out, "items compared with the model", comparison.itemsCompared());
    line(out, "  differences", comparison.itemsThatDiffer());
    print(out, comparison.differences());
    for (Findings one : findings) {
      line(out, one.what(), one.compared());
      one.told().forEach((what, number) -> line(out, "  " + what, number));
      line(out, "  differences", one.differing());
      print(out, one.differences());
    }
    line(out, "stock commands in the ledger", comparison.commands());
    line(out, "  accepted by its answers", tally.acceptedOnItems());
    line(out, "  entries they wrote, with expiries", comparison.entries());
    line(out, "  entries claimed twice", judgement.doubled());
  }

  private static void line(PrintStream out, String name, long number) {
    line(out, name, "%,d".formatted(number));
  }

  private static void line(PrintStream out, String name, String value) {
    out.printf("  %-42s %s%n", name, value);
  }

  private static void print(PrintStream out, List<String> sentences) {
    sentences.forEach(sentence -> out.println("      " + sentence));
  }
}
