package io.stockledger.projections.channel;

import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.ChannelEvent.ChannelReinstated;
import io.stockledger.api.channel.ChannelEvent.ChannelRetired;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.table.Json;
import io.stockledger.projections.table.Table;
import io.stockledger.projections.table.Table.Column;
import io.stockledger.projections.table.Table.Conflict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a channel by its last entry.
 *
 * @param scope absent, as terms are, where it was removed
 * @param by the credential that said so
 */
record ChannelRuleRow(
    String channel,
    String rule,
    @Nullable RuleScope scope,
    @Nullable RuleTerms terms,
    @Nullable String why,
    @Nullable String by,
    long version,
    long position,
    Instant asOf) {

  static final Table<ChannelRuleRow> TABLE =
      new Table<>(
          "channel_rule",
          2,
          Conflict.newerWins("channel, rule"),
          List.of(
              new Column<>("channel", "text", ChannelRuleRow::channel),
              new Column<>("rule", "text", ChannelRuleRow::rule),
              new Column<>("sku", "text", row -> row.scope() == null ? null : row.scope().sku()),
              new Column<>(
                  "location", "text", row -> row.scope() == null ? null : row.scope().location()),
              new Column<>("scope", "jsonb", row -> Json.write(row.scope())),
              new Column<>("terms", "jsonb", row -> Json.write(row.terms())),
              new Column<>("why", "text", ChannelRuleRow::why),
              new Column<>("set_by", "text", ChannelRuleRow::by),
              new Column<>("version", "bigint", ChannelRuleRow::version),
              new Column<>("position", "bigint", ChannelRuleRow::position),
              new Column<>("as_of", "timestamptz", ChannelRuleRow::asOf)),
          (row, number) -> {
            throw new UnsupportedOperationException("nothing is folded from rows of rules");
          });

  /** None for an entry that is about no rule. */
  static @Nullable ChannelRuleRow of(ChannelEvent event, RecordedEvent recorded) {
    return switch (event) {
      case ChannelRuleSet e ->
          new ChannelRuleRow(
              e.channel(),
              e.rule(),
              e.scope(),
              e.terms(),
              e.why(),
              recorded.said("credential"),
              recorded.version(),
              recorded.position(),
              e.recordedAt());
      case ChannelRuleRemoved e ->
          new ChannelRuleRow(
              e.channel(),
              e.rule(),
              null,
              null,
              null,
              recorded.said("credential"),
              recorded.version(),
              recorded.position(),
              e.recordedAt());
      case ChannelSet ignored -> null;
      case ChannelRetired ignored -> null;
      case ChannelReinstated ignored -> null;
    };
  }
}
