package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.StoredEvent;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Events and receipts of an imagined ledger, and the answers that tell of them. */
final class ImaginedJournal {
  private static final JsonMapper JSON = JsonMapper.shared();

  final List<StoredEvent> events = new ArrayList<>();
  final Map<String, StoredReceipt> receipts = new LinkedHashMap<>();
  private final Map<ImaginedItem, List<StoredEvent>> recorded = new LinkedHashMap<>();
  private Instant now = Instant.EPOCH;
  private @Nullable String key;

  /**
   * @param command none for what the ledger does by itself
   */
  void begin(@Nullable String command, Instant moment) {
    key = command;
    now = moment;
    recorded.clear();
  }

  void record(ImaginedItem item, String type, ObjectNode payload) {
    Instant nextDue = item.nextDue();
    if (nextDue != null) {
      payload.put("nextDue", nextDue.toString());
    }
    ObjectNode metadata = JSON.createObjectNode();
    if (key != null) {
      metadata.put("client", History.CLIENT).put("key", key);
    }
    StoredEvent event =
        new StoredEvent(
            events.size() + 1L,
            item.stream(),
            ++item.version,
            "event-" + events.size(),
            type,
            now,
            JSON.writeValueAsString(payload),
            JSON.writeValueAsString(metadata));
    events.add(event);
    recorded.computeIfAbsent(item, any -> new ArrayList<>()).add(event);
  }

  /**
   * @param refusal none where it was accepted
   * @param told what an answer tells besides its entries, none where that is nothing
   */
  StoredReceipt end(@Nullable ObjectNode refusal, @Nullable ObjectNode told) {
    String command = Objects.requireNonNull(key);
    StoredReceipt receipt =
        new StoredReceipt(
            command,
            refusal == null ? 200 : 409,
            JSON.writeValueAsString(refusal == null ? answer(told) : refusal),
            events.size(),
            now);
    receipts.put(command, receipt);
    return receipt;
  }

  private ObjectNode answer(@Nullable ObjectNode told) {
    ArrayNode entries = JSON.createArrayNode();
    recorded.forEach(
        (item, there) -> {
          ObjectNode entry = entries.addObject();
          entry.put("location", item.location).put("sku", item.sku);
          entry.put("version", item.version).put("position", there.getLast().position());
          ArrayNode names = entry.putArray("events");
          there.forEach(event -> names.add(event.type()));
          // nothing that is due is left where something was recorded
          entry.set("figures", item.figures(Instant.MIN));
        });
    if (entries.size() == 1 && told == null) {
      return (ObjectNode) entries.get(0);
    }
    ObjectNode answer = told == null ? JSON.createObjectNode() : told;
    answer.set("entries", entries);
    return answer;
  }
}
