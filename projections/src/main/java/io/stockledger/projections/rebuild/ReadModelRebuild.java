package io.stockledger.projections.rebuild;

import io.stockledger.projections.AllProjections;
import io.stockledger.projections.ReadModelSchema;
import io.stockledger.projections.running.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;

/**
 * Builds the whole read model anew from the ledger into a schema of its own, and then either puts
 * it in place of the live one or compares the two.
 *
 * <p>Needs the role that owns the live schema and may create others ({@code ledger_app}).
 */
public final class ReadModelRebuild {
  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,40}");

  private final DataSource dataSource;
  private final StreamableMessageSource<TrackedEventMessage<?>> ledger;
  private final Serializer tokens;
  private final InstantSource clock;
  private final List<Projection> projections = AllProjections.list();

  /**
   * @param tokens writes the same tokens as the live processors do
   */
  public ReadModelRebuild(
      DataSource dataSource,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      Serializer tokens,
      InstantSource clock) {
    this.dataSource = dataSource;
    this.ledger = ledger;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Folds the ledger from its beginning into a fresh schema.
   *
   * @param schema lower case letters, digits and _; whatever is in it is dropped
   * @param upTo the last position to fold; {@link Long#MAX_VALUE} for the head as it is now
   * @param progress is told the position after each batch
   * @return the position that it came to
   */
  public long build(String schema, long upTo, LongConsumer progress) {
    requireFree(schema);
    run("drop schema if exists %s cascade".formatted(schema));
    ReadModelSchema.migrate(dataSource, schema);
    try (Connection connection = dataSource.getConnection()) {
      return new Build(connection, schema, projections, tokens, clock).run(ledger, upTo, progress);
    } catch (SQLException e) {
      throw new IllegalStateException("the read model could not be rebuilt into " + schema, e);
    }
  }

  /**
   * Puts a built schema in place of the live one, which is dropped. All processors, on all nodes,
   * must be stopped; they go on from where the build ended.
   */
  public void putInPlace(String schema) {
    requireFree(schema);
    run(
        "drop schema if exists %s cascade".formatted(ReadModelSchema.LIVE),
        "alter schema %s rename to %s".formatted(schema, ReadModelSchema.LIVE));
  }

  /**
   * Compares every table of a built schema with the live one, row by row. The live processors must
   * stand still at the position up to which it was built.
   */
  public List<TableDifference> compare(String schema) {
    requireFree(schema);
    try (Connection connection = dataSource.getConnection()) {
      Comparison comparison = new Comparison(connection, ReadModelSchema.LIVE, schema);
      return projections.stream()
          .flatMap(p -> p.tables().stream().map(table -> comparison.of(p.name(), table)))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException("the read models could not be compared", e);
    }
  }

  /** Drops a schema that was built for a comparison. */
  public void drop(String schema) {
    requireFree(schema);
    run("drop schema if exists %s cascade".formatted(schema));
  }

  private static void requireFree(String schema) {
    boolean taken = List.of(ReadModelSchema.LIVE, "ledger", "public").contains(schema);
    if (taken || schema.startsWith("pg_") || !SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException("not a schema to rebuild into: " + schema);
    }
  }

  /** Runs statements in one transaction. */
  private void run(String... statements) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "refused by the database: " + String.join("; ", statements), e);
    }
  }
}
