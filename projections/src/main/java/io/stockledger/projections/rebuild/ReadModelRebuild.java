package io.stockledger.projections.rebuild;

import io.stockledger.projections.AllProjections;
import io.stockledger.projections.ReadModelSchema;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.running.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds the whole read model anew from the ledger into a schema of its own while no processors
 * run, and then either puts it in place of the live one or compares the two.
 *
 * <p>Needs the role that owns the live schema and may create others ({@code ledger_app}), and a
 * connection for each projection and two more.
 */
public final class ReadModelRebuild {
  private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,40}");
  private static final Duration LEASE = Duration.ofDays(1);

  private final DataSource dataSource;
  private final StreamableMessageSource<TrackedEventMessage<?>> ledger;
  private final Build.Tools tools;

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
    this.tools = new Build.Tools(AllProjections::list, ledger, tokens, clock);
  }

  /**
   * Folds the ledger from its beginning into a fresh schema.
   *
   * @param schema lower case letters, digits and _; whatever is in it is dropped
   * @param upTo the last position to fold; {@link Long#MAX_VALUE} for the head as it is now
   * @param progress is told the position after each slice
   * @return the position that it came to
   */
  public long build(String schema, long upTo, LongConsumer progress) {
    requireFree(schema);
    long position = build(schema, "rebuild/" + UUID.randomUUID(), upTo, progress);
    LiveTokens.free(new JdbcTemplate(dataSource), schema);
    return position;
  }

  private long build(String schema, String builder, long upTo, LongConsumer progress) {
    drop(schema);
    ReadModelSchema.migrate(dataSource, schema);
    try (Build build = Build.in(dataSource, schema, builder, 1, tools)) {
      Reach end = Reach.upTo(Math.min(upTo, Slice.positionOf(ledger.createHeadToken())));
      build.foldUpTo(
          tools.projections().get().stream().collect(Collectors.toMap(Projection::name, p -> end)),
          progress);
      return build.position();
    } catch (SQLException e) {
      throw new IllegalStateException("the read model could not be built in " + schema, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the rebuild was interrupted", e);
    }
  }

  /**
   * Makes the next generation up to the head and moves the pointer to it. Processors, on all nodes,
   * must be stopped; they go on from where the build ended. The schema before is dropped by the
   * next server that runs.
   *
   * @param progress is told the position after each slice
   * @return the position that it came to
   */
  public long replace(LongConsumer progress) {
    RebuildTable table = new RebuildTable(dataSource, "rebuild");
    table.supersede();
    String builder = table.newBuilder();
    Generation next = new Generation(table.ask(false, null, null, null).orElseThrow());
    if (table.claim(next, builder, LEASE).isEmpty()) {
      throw new IllegalStateException("a server that runs was faster; stop it first");
    }
    long position = build(next.schema(), builder, Long.MAX_VALUE, progress);
    Generation live = new LiveGeneration(dataSource).current();
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    new TransactionTemplate(new JdbcTransactionManager(dataSource))
        .executeWithoutResult(
            status -> {
              LiveTokens.hold(jdbc, live);
              Pointer.move(jdbc, live, next, builder, GenerationSettings.DEFAULT_KEEP);
            });
    return position;
  }

  /**
   * Compares every table of a built schema with the live one, row by row. The live processors must
   * stand still at the position up to which it was built.
   */
  public List<TableDifference> compare(String schema) {
    requireFree(schema);
    String live = new LiveGeneration(dataSource).current().schema();
    try (Connection connection = dataSource.getConnection()) {
      return Comparison.ofAll(connection, live, schema, tools.projections().get());
    } catch (SQLException e) {
      throw new IllegalStateException("the read models could not be compared", e);
    }
  }

  /** Drops a schema that was built for a comparison. */
  public void drop(String schema) {
    requireFree(schema);
    new JdbcTemplate(dataSource).execute("drop schema if exists %s cascade".formatted(schema));
  }

  private void requireFree(String schema) {
    boolean taken =
        List.of(new LiveGeneration(dataSource).current().schema(), "ledger", "public")
                .contains(schema)
            || schema.startsWith("pg_")
            || schema.startsWith("readmodel_pointer");
    if (taken || !SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException("not a schema to rebuild into: " + schema);
    }
  }
}
