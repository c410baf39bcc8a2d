package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchQuery.FindSwitch;
import io.stockledger.api.channel.SwitchQuery.FindTrigger;
import io.stockledger.api.channel.SwitchQuery.ListSwitches;
import io.stockledger.api.channel.SwitchQuery.ListTriggers;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.SwitchState;
import io.stockledger.api.channel.SwitchView;
import io.stockledger.api.channel.SwitchView.SwitchCard;
import io.stockledger.api.channel.SwitchesView;
import io.stockledger.api.channel.TriggerCondition;
import io.stockledger.api.channel.TriggerView;
import io.stockledger.api.channel.TriggerView.TriggerCard;
import io.stockledger.api.channel.TriggersView;
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
import tools.jackson.databind.json.JsonMapper;

/** Off switches, and what pulls them by itself. */
public final class SwitchQueries {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String SWITCHES =
      "select * from off_switch where {where} order by switch_id limit :limit";

  private static final String TRIGGERS =
      """
      select * from switch_trigger where condition is not null and {where}
       order by trigger limit :limit
      """;

  private final ReadModel model;

  public SwitchQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindSwitch query) {
    Rows<SwitchCard> rows =
        switches(new Conditions().and("switch_id = :id", "id", query.switchId()).with("limit", 1));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-switch", Map.of("switchId", query.switchId()));
    }
    SwitchCard card = rows.items().getFirst();
    return new SwitchView(card, rows.position(), model.now(), Stamps.of(card.version(), 0));
  }

  @QueryHandler
  Answer list(ListSwitches query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    SwitchState state = query.state();
    Rows<SwitchCard> rows =
        switches(
            new Conditions()
                .andIf("state = :state", "state", state == null ? null : state.word())
                .behind(List.of("switch_id"), key.get())
                .with("limit", page.limit() + 1));
    List<SwitchCard> items = rows.within(page);
    return new SwitchesView(
        items,
        rows.next(page, card -> List.of(card.switchId())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  @QueryHandler
  Answer find(FindTrigger query) {
    Rows<TriggerCard> rows =
        triggers(new Conditions().and("trigger = :id", "id", query.trigger()).with("limit", 1));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-trigger", Map.of("trigger", query.trigger()));
    }
    TriggerCard card = rows.items().getFirst();
    return new TriggerView(card, rows.position(), model.now(), Stamps.of(card.version(), 0));
  }

  @QueryHandler
  Answer list(ListTriggers query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<TriggerCard> rows =
        triggers(
            new Conditions().behind(List.of("trigger"), key.get()).with("limit", page.limit() + 1));
    List<TriggerCard> items = rows.within(page);
    return new TriggersView(
        items,
        rows.next(page, card -> List.of(card.trigger())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private Rows<SwitchCard> switches(Conditions conditions) {
    return model.read(
        ChannelQueries.PROJECTION,
        conditions.in(SWITCHES),
        conditions.parameters(),
        "switch_id",
        (row, number) -> card(row));
  }

  private static SwitchCard card(ResultSet row) throws SQLException {
    return new SwitchCard(
        row.getString("switch_id"),
        MAPPER.convertValue(row.getString("state"), SwitchState.class),
        Objects.requireNonNull(Columns.json(row, "scope", SwitchScope.class)),
        MAPPER.convertValue(row.getString("level"), SwitchLevel.class),
        row.getString("why"),
        row.getString("trigger"),
        row.getObject("measured", Long.class),
        Columns.instant(row, "pulled_at"),
        row.getString("pulled_by"),
        Columns.instantOrNull(row, "returned_at"),
        row.getString("returned_by"),
        row.getString("returned_why"),
        row.getLong("version"));
  }

  private Rows<TriggerCard> triggers(Conditions conditions) {
    return model.read(
        ChannelQueries.PROJECTION,
        conditions.in(TRIGGERS),
        conditions.parameters(),
        "trigger",
        (row, number) -> trigger(row));
  }

  private static TriggerCard trigger(ResultSet row) throws SQLException {
    return new TriggerCard(
        row.getString("trigger"),
        MAPPER.convertValue(row.getString("condition"), TriggerCondition.class),
        row.getLong("threshold"),
        Objects.requireNonNull(Columns.json(row, "scope", SwitchScope.class)),
        MAPPER.convertValue(row.getString("level"), SwitchLevel.class),
        row.getBoolean("returns_by_itself"),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }
}
