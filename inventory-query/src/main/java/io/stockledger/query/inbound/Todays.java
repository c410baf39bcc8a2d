package io.stockledger.query.inbound;

import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which day it is in every time zone that has a location. Told to the database rather than asked of
 * it, so that a zone is what it is to the rest of the ledger.
 */
record Todays(Map<String, String> byZone, LocalDate utc) {
  /** The lines of all inbounds as {@code x}, with what of them is a question of the day. */
  static final String LINES =
      """
      select x.*, x.quantity - x.cancelled as ordered,
             x.good + x.damaged + x.quarantine + x.non_sellable as received,
             x.open > 0 and x.expected_by < cast(coalesce(z.today, :utc) as date) as overdue
        from inbound_line x
        left join location l on l.location = x.location
        left join jsonb_each_text(cast(:todays as jsonb)) as z(zone, today) on z.zone = l.time_zone
      """;

  private static final String ZONES = "select distinct time_zone from location";
  private static final String ZONE = "select time_zone from location where location = :location";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Todays at(Instant now, ReadModel model) {
    Map<String, String> byZone = new TreeMap<>();
    model
        .sql(ZONES)
        .query(String.class)
        .list()
        .forEach(zone -> byZone.put(zone, LocalDate.ofInstant(now, ZoneId.of(zone)).toString()));
    return new Todays(byZone, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** What {@link #LINES} asks for. */
  Map<String, Object> parameters() {
    return Map.of("todays", JSON.writeValueAsString(byZone), "utc", utc.toString());
  }

  /** Today at one location; by UTC where it is not registered. */
  LocalDate at(String location, ReadModel model) {
    @Nullable String zone =
        model.sql(ZONE).param("location", location).query(String.class).optional().orElse(null);
    String today = zone == null ? null : byZone.get(zone);
    return today == null ? utc : LocalDate.parse(today);
  }
}
