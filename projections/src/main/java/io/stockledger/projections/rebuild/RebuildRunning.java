package io.stockledger.projections.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.generation.GenerationProcessors;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.generation.SchemaPool;
import io.stockledger.projections.running.Repeating;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes generations that somebody asked for, one at a time, on the first node that finds them; goes
 * on with those of nodes that fell silent; and drops what nobody reads any more.
 */
public final class RebuildRunning implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RebuildRunning.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int MOST_FAILURES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final RebuildTable table;
  private final OldSchemas old;
  private final LiveGeneration pointer;
  private final SchemaPool pools;
  private final GenerationSettings settings;
  private final Build.Tools tools;
  private List<Repeating> threads = List.of();
  private volatile boolean stopping;

  /**
   * @param pools of connections for one rebuild, at least one for each projection and three
   */
  RebuildRunning(
      DataSource pointerTables,
      LiveGeneration pointer,
      SchemaPool pools,
      GenerationSettings settings,
      Build.Tools tools) {
    this.table = new RebuildTable(pointerTables, settings.nodeId());
    this.old = new OldSchemas(pointerTables);
    this.pointer = pointer;
    this.pools = pools;
    this.settings = settings;
    this.tools = tools;
  }

  @Override
  public synchronized void start() {
    if (threads.isEmpty()) {
      stopping = false;
      threads =
          List.of(
              Repeating.start("rebuild", LOOK, () -> table.waiting().ifPresent(this::claim)),
              Repeating.start("old-read-models", LOOK, old::drop));
    }
  }

  private void claim(RebuildTable.Waiting waiting) {
    String builder = table.newBuilder();
    Generation generation = waiting.generation();
    table
        .claim(generation, builder, settings.lease())
        .ifPresent(
            failures -> {
              if (failures >= MOST_FAILURES) {
                table.end(generation, builder, "failed", "given up after many goes", null);
              } else {
                make(waiting, builder);
              }
            });
  }

  private void make(RebuildTable.Waiting waiting, String builder) {
    Generation generation = waiting.generation();
    log.info("making generation {} of the read model", generation.number());
    try (Claim claim = new Claim(table, generation, builder, settings.lease());
        HikariDataSource connections = pools.open(generation.schema())) {
      Rebuild rebuild = new Rebuild(claim, connections, pointer, settings, tools);
      if (waiting.compares()) {
        List<TableDifference> differences = rebuild.compare();
        table.end(generation, builder, "compared", null, Rebuild.json(differences));
      } else {
        rebuild.replace();
      }
    } catch (Rebuild.NotFit e) {
      log.error("generation {} is not fit to be read", generation.number(), e);
      table.end(generation, builder, "failed", e.getMessage(), null);
    } catch (InterruptedException e) {
      table.giveBack(generation, builder, null, Duration.ZERO);
      Thread.currentThread().interrupt();
    } catch (SQLException | RuntimeException e) {
      log.warn("making generation {} was interrupted", generation.number(), e);
      table.giveBack(generation, builder, stopping ? null : e.toString(), PAUSE);
    }
  }

  /** What is being made is left to others, or to this node when it starts again. */
  @Override
  public synchronized void stop() {
    stopping = true;
    threads.forEach(Repeating::close);
    threads = List.of();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  /** With the processors. */
  @Override
  public int getPhase() {
    return GenerationProcessors.PHASE;
  }
}
