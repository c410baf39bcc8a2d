package io.stockledger.projections.rebuild;

import io.stockledger.projections.ReadModelSchema;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.table.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One go at making a generation beside the live one, which is read and written meanwhile.
 *
 * <p>It folds each projection up to where the live one has come, again and again, until little is
 * left. For that little it holds the live processors, on all nodes at once, by the locks on their
 * tokens; folds the rest; and now both generations are the same, row by row. In this moment the
 * pointer moves, or the two are compared as of this moment.
 */
final class Rebuild {
  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);

  /** A round as short as this is worth holding the processors for. */
  private static final Duration SHORT = Duration.ofMillis(250);

  private static final int TRIES = 20;

  private final Claim claim;
  private final DataSource connections;
  private final LiveGeneration pointer;
  private final GenerationSettings settings;
  private final Build.Tools tools;
  private final JdbcTemplate jdbc;

  /**
   * @param connections at least one for each projection, and three
   */
  Rebuild(
      Claim claim,
      DataSource connections,
      LiveGeneration pointer,
      GenerationSettings settings,
      Build.Tools tools) {
    this.claim = claim;
    this.connections = connections;
    this.pointer = pointer;
    this.settings = settings;
    this.tools = tools;
    this.jdbc = new JdbcTemplate(connections);
  }

  private String schema() {
    return claim.generation().schema();
  }

  /** Makes it and moves the pointer to it. */
  void replace() throws SQLException, InterruptedException {
    try (Build build = begin()) {
      caughtUp(build);
      held(build, this::move);
    }
    log.info("generation {} is live", claim.generation().number());
  }

  /** Makes it and holds it against the live one, at the same position. */
  List<TableDifference> compare() throws SQLException, InterruptedException {
    try (Build build = begin()) {
      caughtUp(build);
      Generation live = pointer.current();
      try (Connection snapshot = connections.getConnection()) {
        held(build, holding -> look(snapshot));
        claim.phase("comparing");
        return Comparison.ofAll(snapshot, live.schema(), schema(), tools.projections().get());
      }
    }
  }

  /** In what another go left behind, unless that was made by another version of these tables. */
  private Build begin() throws SQLException {
    if (!ReadModelSchema.isCurrent(connections, schema())) {
      jdbc.execute("drop schema if exists %s cascade".formatted(schema()));
      ReadModelSchema.migrate(connections, schema());
    }
    Build build = Build.in(connections, schema(), claim.builder(), settings.segments(), tools);
    claim.from(build.position());
    return build;
  }

  private void caughtUp(Build build) throws InterruptedException {
    follow(build);
    claim.phase("catching-up");
    // its statements would be planned for empty tables
    for (Projection projection : tools.projections().get()) {
      projection.tables().forEach(t -> jdbc.execute("analyze %s.%s".formatted(schema(), t)));
    }
    long began;
    do {
      began = System.nanoTime();
      follow(build);
    } while (System.nanoTime() - began > SHORT.toNanos());
  }

  /** Never beyond the live one: the next must not be ahead of what is read now. */
  private void follow(Build build) throws InterruptedException {
    Map<String, Reach> reaches = LiveTokens.read(jdbc, pointer.current());
    claim.towards(reaches.values().stream().mapToLong(Reach::lowest).max().orElse(0));
    build.foldUpTo(reaches, claim::reached);
  }

  /** What is done while the live processors stand still and the next generation is the same. */
  private interface WhileHeld {
    void run(JdbcTemplate holding) throws SQLException;
  }

  private void held(Build build, WhileHeld action) throws SQLException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = connections.getConnection()) {
        connection.setAutoCommit(false);
        JdbcTemplate holding = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        holding.execute("set local lock_timeout = '1s'");
        // a node that is paused here must not hold all others for long
        holding.execute("set local idle_in_transaction_session_timeout = '5s'");
        build.foldUpTo(LiveTokens.hold(holding, pointer.current()), claim::reached);
        action.run(holding);
        connection.commit();
        return;
      } catch (DataAccessException e) {
        if (attempt == TRIES || !LockTimeout.is(e)) {
          throw e;
        }
        follow(build); // a batch of the live processors took long: let them, and try again
      }
    }
  }

  private void move(JdbcTemplate holding) {
    Generation live = pointer.current();
    requireNothingNewlyParked(holding, live);
    Pointer.move(holding, live, claim.generation(), claim.builder(), settings.keep());
  }

  /** What the live one could fold would go back, if it stood still in the next. */
  private void requireNothingNewlyParked(JdbcTemplate holding, Generation live) {
    List<String> parked =
        holding.query(
            """
            select format('%%s of %%s: %%s', n.projection, n.stream, n.error) from %s.parked n
             where not exists (select 1 from %s.parked o
                                where o.projection = n.projection and o.stream = n.stream)
             order by n.position limit 3
            """
                .formatted(schema(), live.schema()),
            (row, n) -> String.valueOf(row.getString(1)));
    if (!parked.isEmpty()) {
      throw new NotFit("it parks what the live one does not: " + String.join("; ", parked));
    }
  }

  /** What later statements on this connection see is the tables as they are now. */
  private static void look(Connection snapshot) throws SQLException {
    snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    snapshot.setAutoCommit(false);
    try (Statement statement = snapshot.createStatement()) {
      statement.execute("select 1");
    }
  }

  /** The comparison as it is kept. */
  static String json(List<TableDifference> differences) {
    String json = Json.write(differences);
    return json == null ? "[]" : json;
  }

  /** The generation is made, and must not be read. */
  static final class NotFit extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotFit(String why) {
      super(why);
    }
  }
}
