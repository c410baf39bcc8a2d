package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries in order give the figures that every answer named, none negative and none oversold;
 * and every refusal is justified by what there was at its place in that order.
 */
final class FoldRule implements Rule {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    World world = new World(findings);
    RefusalJudge judge = new RefusalJudge(world, findings);
    Deque<StoredReceipt> refusals = new ArrayDeque<>(refusals(chronicle));
    for (Entry entry : chronicle.entries()) {
      while (!refusals.isEmpty() && refusals.getFirst().position() < entry.position()) {
        refuse(refusals.removeFirst(), judge, chronicle);
      }
      if (entry.isStock()) {
        world.add(entry);
      }
    }
    refusals.forEach(refusal -> refuse(refusal, judge, chronicle));
    chronicle.receipts().values().stream()
        .filter(StoredReceipt::isAccepted)
        .forEach(receipt -> figures(receipt, world, findings));
  }

  private static List<StoredReceipt> refusals(Chronicle chronicle) {
    return chronicle.receipts().values().stream()
        .filter(receipt -> !receipt.isAccepted())
        .sorted(Comparator.comparingLong(StoredReceipt::position))
        .toList();
  }

  private static void refuse(StoredReceipt receipt, RefusalJudge judge, Chronicle chronicle) {
    if (chronicle.attempts().containsKey(receipt.key())) {
      judge.judge(receipt, chronicle.first(receipt.key()));
    }
  }

  private static void figures(StoredReceipt receipt, World world, Findings findings) {
    JsonNode answer = JSON.readTree(receipt.answer());
    for (JsonNode told : answer.has("entries") ? answer.path("entries") : List.of(answer)) {
      long version = told.path("version").asLong();
      Figures folded = world.item(Entry.stream(told)).at(version);
      if (folded == null || !folded.isTold(told.path("figures"))) {
        findings.add(
            Kind.CONTRADICTION,
            receipt.key(),
            "told %s, the entries give %s"
                .formatted(told, Objects.toString(folded, "no such version")));
      }
    }
  }
}
