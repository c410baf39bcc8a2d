package io.stockledger.query.device;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.device.DeviceCard;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineCard;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.DeviceLinesView;
import io.stockledger.api.device.DeviceQuery.FindDevice;
import io.stockledger.api.device.DeviceQuery.ListDeviceLines;
import io.stockledger.api.device.DeviceQuery.ListDevices;
import io.stockledger.api.device.DeviceView;
import io.stockledger.api.device.DeviceView.PassedGap;
import io.stockledger.api.device.DevicesView;
import io.stockledger.api.device.Gap;
import io.stockledger.api.device.LineOutcome;
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
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Devices that record offline, as they are at the moment of the read. */
public final class DeviceQueries {
  private static final String PROJECTION = "devices";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String CARDS =
      """
      select d.*,
             count_of.waiting, count_of.refused, count_of.reused,
             (select coalesce(sum(g.to_sequence - g.from_sequence + 1), 0)::bigint
                from device_gap g where g.device = d.device)
             - (select count(*) from device_line l where l.device = d.device and l.late) as missing
        from device d
        cross join lateral (
          select count(*) filter (where l.outcome = 'waiting') as waiting,
                 count(*) filter (where l.outcome = 'refused') as refused,
                 count(*) filter (where l.outcome = 'reused') as reused
            from device_line l
           where l.device = d.device and l.outcome in ('waiting', 'refused', 'reused')) as count_of
       where {where} order by d.device limit :limit
      """;

  private static final String OPEN_GAPS =
      """
      select before + 1 as first, sequence - 1 as last
        from (select l.sequence,
                     lag(l.sequence, 1, d.next - 1) over (order by l.sequence) as before
                from device d join device_line l on l.device = d.device
               where d.device = :device and l.outcome = 'waiting') as waiting
       where before + 1 < sequence order by sequence limit 100
      """;

  private static final String PASSED_GAPS =
      """
      select * from (
        select g.*, g.to_sequence - g.from_sequence + 1
               - (select count(*) from device_line l
                   where l.device = g.device and l.late
                     and l.sequence between g.from_sequence and g.to_sequence) as missing
          from device_gap g where g.device = :device) as passed
       where missing > 0 order by from_sequence desc limit 100
      """;

  private static final String LINES =
      """
      select * from device_line where {where} order by sequence, hash limit :limit
      """;

  private final ReadModel model;

  public DeviceQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindDevice query) {
    return model.inSnapshot(() -> found(query.device()));
  }

  private Answer found(String device) {
    Rows<DeviceCard> rows =
        cards(new Conditions().and("d.device = :device", "device", device).with("limit", 1));
    if (rows.items().isEmpty()) {
      return unknown(device);
    }
    DeviceCard card = rows.items().getFirst();
    List<Gap> gaps =
        model
            .sql(OPEN_GAPS)
            .param("device", device)
            .query((row, number) -> new Gap(row.getLong("first"), row.getLong("last")))
            .list();
    List<PassedGap> passed =
        model.sql(PASSED_GAPS).param("device", device).query((row, number) -> gap(row)).list();
    return new DeviceView(
        card, gaps, passed.reversed(), rows.position(), model.now(), Stamps.of(card.version(), 0));
  }

  @QueryHandler
  Answer list(ListDevices query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<DeviceCard> rows =
        cards(
            new Conditions()
                .behind(List.of("d.device"), key.get())
                .with("limit", page.limit() + 1));
    List<DeviceCard> items = rows.within(page);
    return new DevicesView(
        items,
        rows.next(page, card -> List.of(card.device())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  @QueryHandler
  Answer list(ListDeviceLines query) {
    Page page = query.page();
    Optional<List<String>> key =
        Cursor.read(page.cursor(), 2)
            .filter(parts -> parts.isEmpty() || NUMBER.matcher(parts.getFirst()).matches());
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    return model.inSnapshot(() -> lines(query, key.get()));
  }

  private Answer lines(ListDeviceLines query, List<String> key) {
    if (!model.exists("select 1 from device where device = :id", query.device())) {
      return unknown(query.device());
    }
    LineOutcome outcome = query.outcome();
    Conditions conditions =
        new Conditions()
            .and("device = :device", "device", query.device())
            .andIf("outcome = :outcome", "outcome", outcome == null ? null : outcome.word())
            .with("limit", query.page().limit() + 1);
    if (!key.isEmpty()) {
      conditions
          .and("(sequence, hash) > (:sequence, :hash)", "sequence", Long.valueOf(key.getFirst()))
          .with("hash", key.getLast());
    }
    Rows<Line> rows =
        model.read(
            PROJECTION,
            conditions.in(LINES),
            conditions.parameters(),
            "device",
            (row, number) -> new Line(line(row), row.getString("hash")));
    List<DeviceLineCard> items = rows.within(query.page()).stream().map(Line::card).toList();
    return new DeviceLinesView(
        items,
        rows.next(
            query.page(), line -> List.of(Long.toString(line.card().sequence()), line.hash())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private record Line(DeviceLineCard card, String hash) {}

  private static Answer unknown(String device) {
    return new Answer.Unknown("unknown-device", Map.of("device", device));
  }

  private Rows<DeviceCard> cards(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(CARDS),
        conditions.parameters(),
        "device",
        (row, number) -> card(row));
  }

  private static DeviceCard card(ResultSet row) throws SQLException {
    return new DeviceCard(
        row.getString("device"),
        row.getLong("next"),
        row.getLong("waiting"),
        row.getLong("missing"),
        row.getLong("refused"),
        row.getLong("reused"),
        row.getObject("skew_millis", Long.class),
        Columns.instantOrNull(row, "device_clock"),
        Columns.instantOrNull(row, "last_heard"),
        row.getLong("version"));
  }

  private static PassedGap gap(ResultSet row) throws SQLException {
    return new PassedGap(
        row.getLong("from_sequence"),
        row.getLong("to_sequence"),
        row.getLong("missing"),
        Columns.instant(row, "since"),
        Columns.instant(row, "passed_at"));
  }

  private static DeviceLineCard line(ResultSet row) throws SQLException {
    return new DeviceLineCard(
        row.getLong("sequence"),
        word(row, "outcome", LineOutcome.class),
        word(row, "type", DeviceLineType.class),
        row.getString("location"),
        row.getString("sku"),
        row.getString("problem"),
        row.getObject("item_version", Long.class),
        row.getString("discrepancy_id"),
        row.getBoolean("late"),
        Columns.instant(row, "occurred_at"),
        Columns.instantOrNull(row, "waited_since"),
        Columns.instantOrNull(row, "settled_at"),
        Columns.json(row, "content", DeviceLine.class));
  }

  private static <E> E word(ResultSet row, String column, Class<E> type) throws SQLException {
    @Nullable E word = MAPPER.convertValue(row.getString(column), type);
    return Objects.requireNonNull(word);
  }
}
