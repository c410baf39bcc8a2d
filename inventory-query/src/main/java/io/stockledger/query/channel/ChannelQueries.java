package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.channel.ChannelQuery.FindChannel;
import io.stockledger.api.channel.ChannelQuery.FindChannelRule;
import io.stockledger.api.channel.ChannelQuery.ListChannelRules;
import io.stockledger.api.channel.ChannelQuery.ListChannels;
import io.stockledger.api.channel.ChannelRuleView;
import io.stockledger.api.channel.ChannelRuleView.ChannelRuleCard;
import io.stockledger.api.channel.ChannelRulesView;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.ChannelView;
import io.stockledger.api.channel.ChannelView.ChannelCard;
import io.stockledger.api.channel.ChannelsView;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Channels and their rules as they are now. */
public final class ChannelQueries {
  static final String PROJECTION = "registry";

  private static final String CHANNELS =
      """
      select c.*, (select count(*) from channel_rule r
                    where r.channel = c.channel and r.scope is not null) as rules
        from channel as c where {where} order by c.channel limit :limit
      """;

  private static final String TEXT =
      "(strpos(lower(c.channel), lower(:text)) > 0 or strpos(lower(c.name), lower(:text)) > 0)";

  private static final String RULES =
      """
      select * from channel_rule where scope is not null and {where} order by rule limit :limit
      """;

  private final ReadModel model;

  public ChannelQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindChannel query) {
    Rows<ChannelCard> rows = channels(query.channel());
    if (rows.items().isEmpty() && !isDefault(query.channel())) {
      return unknown(query.channel());
    }
    ChannelCard card =
        rows.items().isEmpty() ? untouched(query.channel()) : rows.items().getFirst();
    return new ChannelView(card, rows.position(), model.now(), Stamps.of(card.version(), 0));
  }

  @QueryHandler
  Answer list(ListChannels query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<ChannelCard> rows =
        channels(
            new Conditions()
                .andIf(TEXT, "text", query.text())
                .andIf("c.retired = :retired", "retired", query.retired())
                .behind(List.of("c.channel"), key.get())
                .with("limit", page.limit() + 1));
    List<ChannelCard> items = rows.within(page);
    return new ChannelsView(
        items,
        rows.next(page, card -> List.of(card.channel())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  @QueryHandler
  Answer find(FindChannelRule query) {
    return model.inSnapshot(
        () -> {
          if (!isThere(query.channel())) {
            return unknown(query.channel());
          }
          Rows<ChannelRuleCard> rows =
              rules(
                  new Conditions()
                      .and("channel = :channel", "channel", query.channel())
                      .and("rule = :rule", "rule", query.rule())
                      .with("limit", 1));
          if (rows.items().isEmpty()) {
            return new Answer.Unknown(
                "unknown-rule", Map.of("channel", query.channel(), "rule", query.rule()));
          }
          ChannelRuleCard card = rows.items().getFirst();
          return new ChannelRuleView(
              card, rows.position(), model.now(), Stamps.of(card.version(), 0));
        });
  }

  @QueryHandler
  Answer list(ListChannelRules query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    return model.inSnapshot(
        () -> isThere(query.channel()) ? list(query, key.get()) : unknown(query.channel()));
  }

  private Answer list(ListChannelRules query, List<String> key) {
    Page page = query.page();
    Rows<ChannelRuleCard> rows =
        rules(
            new Conditions()
                .and("channel = :channel", "channel", query.channel())
                .andIf("sku = :sku", "sku", query.sku())
                .andIf("location = :location", "location", query.location())
                .behind(List.of("rule"), key)
                .with("limit", page.limit() + 1));
    List<ChannelRuleCard> items = rows.within(page);
    return new ChannelRulesView(
        items,
        rows.next(page, card -> List.of(card.rule())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private boolean isThere(String channel) {
    return isDefault(channel) || model.exists("select 1 from channel where channel = :id", channel);
  }

  private static boolean isDefault(String channel) {
    return channel.equals(SellableQuery.DEFAULT_CHANNEL);
  }

  private static Answer unknown(String channel) {
    return new Answer.Unknown("unknown-channel", Map.of("channel", channel));
  }

  private static ChannelCard untouched(String channel) {
    return new ChannelCard(channel, named(channel), false, false, 0, 0, null);
  }

  private static ChannelTraits named(String name) {
    return new ChannelTraits(name, null, null, null, null, null);
  }

  private Rows<ChannelCard> channels(String channel) {
    return channels(new Conditions().and("c.channel = :id", "id", channel).with("limit", 1));
  }

  private Rows<ChannelCard> channels(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(CHANNELS),
        conditions.parameters(),
        "channel",
        (row, number) -> channel(row));
  }

  private static ChannelCard channel(ResultSet row) throws SQLException {
    ChannelTraits traits = Columns.json(row, "traits", ChannelTraits.class);
    String channel = row.getString("channel");
    return new ChannelCard(
        channel,
        traits == null ? named(channel) : traits,
        traits != null,
        row.getBoolean("retired"),
        row.getLong("rules"),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }

  private Rows<ChannelRuleCard> rules(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(RULES),
        conditions.parameters(),
        "rule",
        (row, number) -> rule(row));
  }

  private static ChannelRuleCard rule(ResultSet row) throws SQLException {
    return new ChannelRuleCard(
        row.getString("channel"),
        row.getString("rule"),
        Objects.requireNonNull(Columns.json(row, "scope", RuleScope.class)),
        Objects.requireNonNull(Columns.json(row, "terms", RuleTerms.class)),
        row.getString("why"),
        row.getString("set_by"),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }
}
