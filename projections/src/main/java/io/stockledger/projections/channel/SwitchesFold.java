package io.stockledger.projections.channel;

import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerRemoved;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.projections.running.RecordedEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code off_switch} and {@code switch_trigger}. */
public final class SwitchesFold {
  public static final List<String> TABLES = List.of("off_switch", "switch_trigger");

  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<RecordedEvent> ofSwitches =
        events.stream().filter(recorded -> recorded.payload() instanceof SwitchEvent).toList();
    if (ofSwitches.isEmpty()) {
      return;
    }
    Map<String, SwitchRow> switches = returned(jdbc, ofSwitches);
    Map<String, SwitchRow> touched = new LinkedHashMap<>();
    Map<String, TriggerRow> triggers = new LinkedHashMap<>();
    for (RecordedEvent recorded : ofSwitches) {
      switch ((SwitchEvent) recorded.payload()) {
        case SwitchPulled e -> touched.put(e.switchId(), SwitchRow.of(e, recorded));
        case SwitchReturned e -> {
          SwitchRow pulled =
              Objects.requireNonNull(
                  touched.getOrDefault(e.switchId(), switches.get(e.switchId())));
          touched.put(e.switchId(), pulled.returned(e, recorded));
        }
        case SwitchTriggerSet e ->
            triggers.put(e.trigger(), TriggerRow.of(e.trigger(), e, e.recordedAt(), recorded));
        case SwitchTriggerRemoved e ->
            triggers.put(e.trigger(), TriggerRow.of(e.trigger(), null, e.recordedAt(), recorded));
      }
    }
    SwitchRow.TABLE.write(jdbc, touched.values());
    TriggerRow.TABLE.write(jdbc, triggers.values());
  }

  /** What is known of the switches that come back. */
  private static Map<String, SwitchRow> returned(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<List<String>> ids =
        events.stream()
            .filter(recorded -> recorded.payload() instanceof SwitchReturned)
            .map(recorded -> List.of(((SwitchReturned) recorded.payload()).switchId()))
            .distinct()
            .toList();
    Map<String, SwitchRow> rows = new HashMap<>();
    SwitchRow.TABLE.read(jdbc, ids).forEach(row -> rows.put(row.switchId(), row));
    return rows;
  }
}
