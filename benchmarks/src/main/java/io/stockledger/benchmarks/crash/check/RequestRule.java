package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded, or refused, is what was asked for: that verb, that item, that many. */
final class RequestRule implements Rule {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    for (StoredReceipt receipt : chronicle.receipts().values()) {
      if (!chronicle.attempts().containsKey(receipt.key())) {
        continue;
      }
      Attempt attempt = chronicle.first(receipt.key());
      Asked asked = Asked.in(attempt.path(), JSON.readTree(attempt.body()));
      if (receipt.isAccepted()) {
        List<String> done = asked.done(chronicle.effects().getOrDefault(receipt.key(), List.of()));
        if (!asked.isMetBy(done)) {
          findings.add(
              Kind.CONTRADICTION,
              receipt.key(),
              "asked for %s, got %s".formatted(asked.deeds(), done));
        }
      } else if (!asked.whole() && !asked.quantities().containsAll(requested(receipt))) {
        findings.add(
            Kind.UNJUSTIFIED, receipt.key(), "%s: %s".formatted(asked.deeds(), receipt.answer()));
      }
    }
  }

  /** The quantities that a refusal says were asked for. */
  private static List<Long> requested(StoredReceipt receipt) {
    JsonNode problem = JSON.readTree(receipt.answer());
    List<Long> all = new ArrayList<>();
    for (JsonNode one : problem.has("lines") ? problem.path("lines") : List.of(problem)) {
      if (one.has("requested")) {
        all.add(one.path("requested").asLong());
      }
    }
    return all;
  }
}
