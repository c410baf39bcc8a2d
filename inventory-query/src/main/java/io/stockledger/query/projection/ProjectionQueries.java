package io.stockledger.query.projection;

import io.stockledger.api.Answer;
import io.stockledger.api.projection.FindProjections;
import io.stockledger.api.projection.FindRebuild;
import io.stockledger.api.projection.ProjectionsView;
import io.stockledger.api.projection.ProjectionsView.ParkedStream;
import io.stockledger.api.projection.ProjectionsView.ProjectionState;
import io.stockledger.api.projection.RebuildState;
import io.stockledger.api.projection.RebuildView;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** The one that answers. */
  private static final String GENERATION =
      """
      select coalesce(max(number), 1) from readmodel_pointer.generation
       where schema_name = current_schema()
      """;

  private final ReadModel model;
  private final RebuildRows rebuilds;

  public ProjectionQueries(ReadModel model) {
    this.model = model;
    this.rebuilds = new RebuildRows(model);
  }

  @QueryHandler
  Answer find(FindProjections query) {
    return model.inSnapshot(this::states);
  }

  @QueryHandler
  Answer find(FindRebuild query) {
    return model.inSnapshot(
        () ->
            rebuilds
                .of(query.generation())
                .<Answer>map(
                    rebuild ->
                        new RebuildView(
                            rebuild,
                            model.sql(HEAD).query(Long.class).single(),
                            model.now(),
                            Stamps.of(rebuild)))
                .orElseGet(() -> unknown(query)));
  }

  private static Answer unknown(FindRebuild query) {
    return new Answer.Unknown(
        "unknown-rebuild", Map.of("generation", Integer.toString(query.generation())));
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
    int generation = model.sql(GENERATION).query(Integer.class).single();
    RebuildState rebuild = rebuilds.underWay().orElse(null);
    return new ProjectionsView(
        List.copyOf(items),
        generation,
        rebuild,
        head,
        model.now(),
        Stamps.of(generation + "-" + rebuild + "-" + items));
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
