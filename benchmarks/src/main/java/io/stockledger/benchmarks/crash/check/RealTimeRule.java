package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A command that was sent after another had been answered was decided after it. So what a refusal
 * was decided on lies within the time between its sending and its answer.
 */
final class RealTimeRule implements Rule {
  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    List<Attempt> answers =
        chronicle.history().attempts().stream()
            .filter(Attempt::isDecided)
            .sorted(Comparator.comparing(Attempt::doneAt))
            .toList();
    List<StoredReceipt> receipts =
        chronicle.receipts().values().stream()
            .filter(receipt -> chronicle.attempts().containsKey(receipt.key()))
            .sorted(Comparator.comparing(receipt -> chronicle.firstSent(receipt.key())))
            .toList();
    int next = 0;
    long known = 0;
    for (StoredReceipt receipt : receipts) {
      Instant sentAt = chronicle.firstSent(receipt.key());
      while (next < answers.size() && answers.get(next).doneAt().isBefore(sentAt)) {
        known = Math.max(known, answers.get(next++).position());
      }
      if (receipt.position() < known || (receipt.isAccepted() && receipt.position() == known)) {
        findings.add(
            Kind.DISORDER,
            receipt.key(),
            "decided at %d, sent when %d had been answered".formatted(receipt.position(), known));
      }
    }
  }
}
