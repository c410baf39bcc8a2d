package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Under a key there is one answer: every attempt got it, at most one of them as news; the receipt
 * holds it; whoever asks for the outcome is told it, and the outcome of an unanswered command can
 * be learned.
 */
final class OneAnswerRule implements Rule {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    for (String key : chronicle.attempts().keySet()) {
      List<Attempt> decided = chronicle.decided(key);
      StoredReceipt receipt = chronicle.receipts().get(key);
      List<Lookup> lookups = chronicle.lookups().getOrDefault(key, List.of());
      if (decided.isEmpty() && lookups.stream().noneMatch(OneAnswerRule::says)) {
        findings.add(Kind.UNRESOLVED, key, "neither an answer nor an outcome");
      }
      if (decided.stream().filter(attempt -> !attempt.replayed()).count() > 1) {
        findings.add(Kind.DOUBLED, key, "two answers claim to be the first");
      }
      decided.forEach(attempt -> answered(attempt, receipt, findings));
      lookups.forEach(lookup -> looked(lookup, decided, receipt, findings));
    }
    for (StoredReceipt receipt : chronicle.receipts().values()) {
      if (!chronicle.attempts().containsKey(receipt.key())) {
        findings.add(Kind.PHANTOM, receipt.key(), "a receipt of a command that nobody sent");
      }
    }
  }

  private static boolean says(Lookup lookup) {
    return lookup.status() == 200 || lookup.status() == 404;
  }

  private static void answered(
      Attempt attempt, @Nullable StoredReceipt receipt, Findings findings) {
    if (receipt == null) {
      findings.add(
          Kind.LOST, attempt.key(), "answered %d, without a receipt".formatted(attempt.status()));
    } else if (attempt.status() != receipt.status()
        || attempt.position() != receipt.position()
        || !attempt.answer().equals(receipt.answer())) {
      findings.add(
          Kind.CONTRADICTION, attempt.key(), "told %s, kept %s".formatted(attempt, receipt));
    }
  }

  private static void looked(
      Lookup lookup, List<Attempt> decided, @Nullable StoredReceipt receipt, Findings findings) {
    if (lookup.status() == 404) {
      boolean acknowledged =
          decided.stream().anyMatch(answer -> answer.doneAt().isBefore(lookup.askedAt()));
      if (acknowledged) {
        findings.add(Kind.LOST, lookup.key(), "acknowledged, and unknown when asked for");
      } else if (receipt != null && receipt.position() <= lookup.position()) {
        findings.add(
            Kind.CONTRADICTION,
            lookup.key(),
            "denied up to %d: %s".formatted(lookup.position(), receipt));
      }
    } else if (lookup.status() == 200 && receipt == null) {
      findings.add(Kind.LOST, lookup.key(), "its outcome was told, and has no receipt");
    } else if (lookup.status() == 200 && !isOf(lookup, receipt)) {
      findings.add(
          Kind.CONTRADICTION,
          lookup.key(),
          "told %s, kept %s".formatted(lookup, Objects.toString(receipt)));
    }
  }

  private static boolean isOf(Lookup lookup, @Nullable StoredReceipt receipt) {
    return receipt != null
        && lookup.outcome() == receipt.status()
        && lookup.position() == receipt.position()
        && tree(lookup.answer()).equals(tree(receipt.answer()));
  }

  private static JsonNode tree(String json) {
    return JSON.readTree(json);
  }
}
