package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.check.Finding.Kind;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An accepted command left exactly the entries that its answer names; a refused or unknown one left
 * none; and there is no entry that nobody asked for, but for expiries.
 */
final class EffectsRule implements Rule {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void judge(Chronicle chronicle, Findings findings) {
    for (StoredReceipt receipt : chronicle.receipts().values()) {
      List<Entry> effects = chronicle.effects().getOrDefault(receipt.key(), List.of());
      if (receipt.isAccepted()) {
        accepted(receipt, effects, findings);
      } else if (!effects.isEmpty()) {
        findings.add(Kind.PHANTOM, receipt.key(), "refused, and did %s".formatted(effects));
      }
    }
    for (Entry entry : chronicle.entries()) {
      String key = entry.key();
      if (key == null ? isNobodys(entry) : !chronicle.receipts().containsKey(key)) {
        findings.add(
            Kind.PHANTOM, entry.position(), "%s of no recorded command".formatted(entry.type()));
      }
    }
  }

  private static boolean isNobodys(Entry entry) {
    return entry.isStock() && !entry.type().equals(Entry.EXPIRED);
  }

  private static void accepted(StoredReceipt receipt, List<Entry> effects, Findings findings) {
    JsonNode answer = JSON.readTree(receipt.answer());
    Map<String, List<Entry>> byStream =
        effects.stream().collect(Collectors.groupingBy(Entry::stream));
    Set<String> named = new HashSet<>();
    for (JsonNode told : answer.has("entries") ? answer.path("entries") : List.of(answer)) {
      String stream = Entry.stream(told);
      named.add(stream);
      onItem(receipt.key(), told, byStream.getOrDefault(stream, List.of()), findings);
    }
    for (Entry entry : effects) {
      if (!named.contains(entry.stream())) {
        findings.add(
            Kind.PHANTOM, receipt.key(), "the answer does not tell of %s".formatted(entry));
      }
    }
    if (!effects.isEmpty() && effects.getLast().position() != receipt.position()) {
      findings.add(
          Kind.CONTRADICTION, receipt.key(), "%s ends at %s".formatted(receipt, effects.getLast()));
    }
  }

  private static void onItem(String key, JsonNode told, List<Entry> there, Findings findings) {
    List<String> names = told.path("events").valueStream().map(JsonNode::asString).toList();
    if (there.size() < names.size()) {
      findings.add(Kind.LOST, key, "of %s are there: %s".formatted(names, there));
    } else if (there.size() > names.size()) {
      findings.add(Kind.DOUBLED, key, "instead of %s are there: %s".formatted(names, there));
    } else if (!there.stream().map(Entry::type).toList().equals(names)
        || there.getLast().version() != told.path("version").asLong()
        || there.getLast().position() != told.path("position").asLong()
        || there.getLast().version() - there.getFirst().version() != there.size() - 1) {
      findings.add(Kind.CONTRADICTION, key, "told %s, there are %s".formatted(told, there));
    }
  }
}
