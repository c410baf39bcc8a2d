package io.stockledger.query.projection;

import io.stockledger.api.projection.RebuildState;
import io.stockledger.api.projection.RebuildState.Difference;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The makings of the read model, from the table that says which is live. */
final class RebuildRows {
  private static final String UNDER_WAY =
      """
      select * from readmodel_pointer.generation
       where state in ('building', 'catching-up', 'comparing')
      """;

  /** The first generation was made by nobody's request. */
  private static final String BY_NUMBER =
      "select * from readmodel_pointer.generation where number = :number and number > 1";

  private final ReadModel model;

  RebuildRows(ReadModel model) {
    this.model = model;
  }

  Optional<RebuildState> underWay() {
    return model.sql(UNDER_WAY).query((row, n) -> state(row)).optional();
  }

  Optional<RebuildState> of(int generation) {
    return model
        .sql(BY_NUMBER)
        .param("number", generation)
        .query((row, n) -> state(row))
        .optional();
  }

  private static RebuildState state(ResultSet row) throws SQLException {
    boolean ended = row.getObject("ended_at") != null || row.getObject("live_since") != null;
    long folded = row.getLong("position");
    long goal = row.getLong("goal");
    double rate = row.getDouble("rate");
    return new RebuildState(
        row.getInt("number"),
        row.getString("state"),
        row.getBoolean("compares"),
        Columns.instant(row, "asked_at"),
        ended ? null : Long.valueOf(folded),
        ended ? null : Long.valueOf(goal),
        ended || rate < 1 ? null : Long.valueOf(Math.round(rate)),
        ended || rate < 1 ? null : Long.valueOf(Math.round(Math.max(0, goal - folded) / rate)),
        Columns.instantOrNull(row, "live_since"),
        Columns.instantOrNull(row, "ended_at"),
        row.getInt("failures"),
        row.getString("failure"),
        differences(row));
  }

  private static @Nullable List<Difference> differences(ResultSet row) throws SQLException {
    JsonNode[] tables = Columns.json(row, "differences", JsonNode[].class);
    return tables == null ? null : Arrays.stream(tables).map(RebuildRows::difference).toList();
  }

  private static Difference difference(JsonNode table) {
    return new Difference(
        table.path("table").asString(),
        table.path("livePosition").asLong(),
        table.path("onlyLive").asLong(),
        table.path("onlyRebuilt").asLong(),
        table.path("examples").valueStream().map(JsonNode::asString).toList());
  }
}
