package io.stockledger.server.importing;

import io.stockledger.server.client.Answer;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts lines and answers, and tells them. Safe for use by many threads. */
final class ImportReport {
  private static final int SHOWN = 50;

  private final Instant begun = Instant.now();
  private final Map<String, Long> kinds = new TreeMap<>();
  private final Map<String, Long> apart = new TreeMap<>();
  private final Map<String, Long> refusals = new TreeMap<>();
  private final List<String> badLines = new ArrayList<>();
  private final List<String> refusedLines = new ArrayList<>();
  private final Results results;
  private long lines;
  private long bad;
  private long sent;
  private long accepted;
  private long replayed;
  private long registered;

  ImportReport(Results results) {
    this.results = results;
  }

  synchronized void read(long number, Parsed parsed) {
    lines++;
    switch (parsed) {
      case Parsed.Nothing n -> {}
      case Parsed.Apart a -> apart.merge(a.what(), 1L, Long::sum);
      case Parsed.Entry entry -> kinds.merge(entry.kind(), 1L, Long::sum);
      case Parsed.Stock stock -> kinds.merge(stock.kind(), 1L, Long::sum);
      case Parsed.Bad b -> {
        bad++;
        results.add(number, "bad", b.why());
        if (badLines.size() < SHOWN) {
          badLines.add("line %d: %s".formatted(number, b.why()));
        }
      }
    }
  }

  synchronized void answered(long number, Parsed.Order order, Answer answer) {
    sent++;
    if (answer.replayed()) {
      replayed++;
    }
    if (answer.accepted()) {
      accepted++;
      return;
    }
    String problem = answer.problem().isEmpty() ? "status " + answer.status() : answer.problem();
    refusals.merge(order.verb() + ": " + problem, 1L, Long::sum);
    if (refusedLines.size() < SHOWN) {
      refusedLines.add(
          "line %d, %s: %s: %s".formatted(number, order.verb(), problem, Columns.why(answer)));
    }
  }

  /**
   * What became of a line, which is what became of its last command.
   *
   * @param problem of a line that was refused
   */
  void settled(long number, Answer last, String problem) {
    results.add(
        number,
        last.accepted() ? last.replayed() ? "accepted-before" : "accepted" : "refused",
        last.accepted() ? "" : problem + ": " + Columns.why(last));
  }

  synchronized void registered() {
    registered++;
  }

  synchronized void progress(PrintStream out) {
    long seconds = Math.max(1, Duration.between(begun, Instant.now()).toSeconds());
    out.printf(
        "  %3d s  line %,9d  %,9d commands  %,6d/s  %,d refused%n",
        seconds, lines, sent, sent / seconds, sent - accepted);
  }

  /** Everything in the file could be read and was accepted. */
  synchronized boolean allIsWell() {
    return bad == 0 && accepted == sent;
  }

  synchronized long accepted() {
    return accepted;
  }

  synchronized long sent() {
    return sent;
  }

  synchronized void print(PrintStream out, List<String> invented, boolean dryRun) {
    out.printf("%nReport of the import%s%n", dryRun ? " (dry run: nothing was sent)" : "");
    line(out, "lines read", lines);
    kinds.forEach((kind, count) -> line(out, "  " + kind, count));
    line(out, "not stock, left out", apart.values().stream().mapToLong(Long::longValue).sum());
    apart.forEach((what, count) -> line(out, "  " + what, count));
    line(out, "bad lines", bad);
    more(out, badLines, bad);
    if (!dryRun) {
      line(out, "registered", registered);
      line(out, "commands sent", sent);
      line(out, "  accepted", accepted);
      line(out, "  of an earlier run, answered again", replayed);
      line(out, "  refused", sent - accepted);
      refusals.forEach((reason, count) -> line(out, "    " + reason, count));
      more(out, refusedLines, sent - accepted);
      line(out, "seconds", Duration.between(begun, Instant.now()).toSeconds());
    }
    if (!invented.isEmpty()) {
      out.println("  invented:");
      invented.forEach(what -> out.println("    - " + what));
    }
  }

  private static void more(PrintStream out, List<String> shown, long all) {
    shown.forEach(line -> out.println("      " + line));
    if (all > shown.size()) {
      out.printf("      and %,d more%n", all - shown.size());
    }
  }

  private static void line(PrintStream out, String name, long number) {
    out.printf("  %-52s %,12d%n", name, number);
  }
}
