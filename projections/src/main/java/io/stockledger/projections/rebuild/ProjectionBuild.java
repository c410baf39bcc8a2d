package io.stockledger.projections.rebuild;

import io.stockledger.projections.ProjectionsConfiguration;
import io.stockledger.projections.running.Folding;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One projection on its way through the ledger, on a connection of its own. Rows and tokens are one
 * transaction, so that whoever goes on later begins where this one ended; and the tokens belong to
 * its builder, so that one who has lost them cannot write any more.
 */
final class ProjectionBuild implements AutoCloseable {
  private final Projection projection;
  private final Connection connection;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Folding folding;
  private final TokenStore tokens;
  private int[] segments = {};
  private volatile TrackingToken reached;

  /**
   * @param connection whose search path is the schema; closed with this
   * @param builder who makes it, a name that nobody had before
   */
  ProjectionBuild(
      Projection projection,
      Connection connection,
      Serializer serializer,
      String builder,
      TrackingToken tail,
      InstantSource clock) {
    SingleConnectionDataSource here = new SingleConnectionDataSource(connection, true);
    JdbcTransactionManager transactions = new JdbcTransactionManager(here);
    this.projection = projection;
    this.connection = connection;
    this.jdbc = new JdbcTemplate(here);
    this.transaction = new TransactionTemplate(transactions);
    this.folding = new Folding(projection, jdbc, transactions, clock);
    this.tokens = ProjectionsConfiguration.tokenStore(here, serializer, builder);
    this.reached = tail;
  }

  String name() {
    return projection.name();
  }

  /** Up to where it is folded. */
  TrackingToken reached() {
    return reached;
  }

  long position() {
    return Slice.positionOf(reached);
  }

  /** Begins, or goes on where another builder stopped, who can write no more from now on. */
  void begin(int wantedSegments) {
    // what a crash of the database takes of it, the tokens lose as well; the move itself is durable
    jdbc.execute("set synchronous_commit = off");
    transaction.executeWithoutResult(
        status -> {
          if (tokens.fetchSegments(name()).length == 0) {
            tokens.initializeTokenSegments(name(), wantedSegments, reached);
          }
          jdbc.update("update token_entry set owner = null where processor_name = ?", name());
          segments = tokens.fetchSegments(name());
          for (int segment : segments) {
            reached = tokens.fetchToken(name(), segment);
          }
        });
  }

  /** Folds of a slice what is new and within the reach. */
  void fold(Slice slice, Reach reach) {
    long position = position();
    if (slice.last() <= position || reach.highest() <= position) {
      return;
    }
    List<RecordedEvent> events =
        slice.events().stream()
            .filter(event -> event.position() > position && reach.covers(event))
            .toList();
    @Nullable TrackingToken last = slice.tokenUpTo(reach.lowest());
    TrackingToken next = last != null && Slice.positionOf(last) > position ? last : reached;
    transaction.executeWithoutResult(
        status -> {
          folding.fold(events);
          for (int segment : segments) {
            tokens.storeToken(next, name(), segment);
          }
        });
    reached = next;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
