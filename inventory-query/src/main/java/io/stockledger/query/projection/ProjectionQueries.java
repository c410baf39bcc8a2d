package io.stockledger.query.projection;

import io.stockledger.api.Answer;
import io.stockledger.api.projection.FindProjections;
import io.stockledger.api.projection.ProjectionsView;
import io.stockledger.api.projection.ProjectionsView.ParkedStream;
import io.stockledger.api.projection.ProjectionsView.ProjectionState;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;

/** How far the read side is, and what stands still in it. */
public final class ProjectionQueries {
  private static final int MOST_PARKED = 100;

  private static final String STATES =
      """
      select p.projection, min(p.position) as position,
             (select count(*) from parked k where k.projection = p.projection) as parked_count
        from progress p group by p.projection order by p.projection
      """;

  private static final String PARKED =
      "select * from parked where projection = :projection order by position limit :limit";

  private static final String HEAD = "select coalesce(max(position), 0) from ledger.event";

  private final ReadModel model;

  public ProjectionQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindProjections query) {
    return model.inSnapshot(this::states);
  }

  private Answer states() {
    long head = model.sql(HEAD).query(Long.class).single();
    List<ProjectionState> items = new ArrayList<>();
    model
        .sql(STATES)
        .query(
            row -> {
              items.add(state(row, head));
            });
    return new ProjectionsView(List.copyOf(items), head, model.now(), Stamps.of(items));
  }

  private ProjectionState state(ResultSet row, long head) throws SQLException {
    String projection = row.getString("projection");
    long parkedCount = row.getLong("parked_count");
    long position = row.getLong("position");
    return new ProjectionState(
        projection,
        position,
        Math.max(0, head - position),
        parkedCount,
        parkedCount == 0 ? List.of() : parked(projection));
  }

  private List<ParkedStream> parked(String projection) {
    List<ParkedStream> parked = new ArrayList<>();
    model
        .sql(PARKED)
        .param("projection", projection)
        .param("limit", MOST_PARKED)
        .query(
            row -> {
              parked.add(
                  new ParkedStream(
                      row.getString("stream"),
                      row.getLong("version"),
                      row.getLong("position"),
                      row.getString("error"),
                      Columns.instant(row, "parked_at")));
            });
    return List.copyOf(parked);
  }
}
