package io.stockledger.projections.channel;

import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.running.VersionGap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** {@code channel} and {@code channel_rule}. */
public final class ChannelsFold {
  public static final List<String> TABLES = List.of("channel", "channel_rule");

  private record RuleId(String channel, String rule) {}

  public void fold(JdbcOperations jdbc, List<RecordedEvent> events) {
    List<RecordedEvent> ofChannels =
        events.stream().filter(recorded -> recorded.payload() instanceof ChannelEvent).toList();
    if (ofChannels.isEmpty()) {
      return;
    }
    Map<String, ChannelRow> channels = new HashMap<>();
    ChannelRow.TABLE
        .read(
            jdbc, ofChannels.stream().map(one -> List.of(event(one).channel())).distinct().toList())
        .forEach(row -> channels.put(row.channel(), row));
    Map<String, ChannelRow> touched = new LinkedHashMap<>();
    Map<RuleId, ChannelRuleRow> rules = new LinkedHashMap<>();
    for (RecordedEvent recorded : ofChannels) {
      ChannelEvent event = event(recorded);
      ChannelRow before = channels.get(event.channel());
      if (VersionGap.isNext(recorded, before == null ? 0 : before.version())) {
        ChannelRow row = ChannelRow.fold(before, event, recorded.position(), recorded.version());
        channels.put(event.channel(), row);
        touched.put(event.channel(), row);
        ChannelRuleRow rule = ChannelRuleRow.of(event, recorded);
        if (rule != null) {
          rules.put(new RuleId(rule.channel(), rule.rule()), rule);
        }
      }
    }
    ChannelRow.TABLE.write(jdbc, touched.values());
    ChannelRuleRow.TABLE.write(jdbc, rules.values());
  }

  private static ChannelEvent event(RecordedEvent recorded) {
    return (ChannelEvent) recorded.payload();
  }
}
