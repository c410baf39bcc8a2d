package io.stockledger.outgoing.preview;

import io.stockledger.outgoing.change.Items;
import io.stockledger.outgoing.preview.PreviewTable.Known;
import io.stockledger.promise.replay.Streams;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays drafts of rules, one at a time on a node, and keeps what was found for an hour, for all
 * nodes. It reads the ledger in steps, with rests, and writes nothing into it.
 */
public final class Previews implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

  private final PreviewTable table;
  private final Items items;
  private final Streams streams;
  private final PreviewLimits limits;
  private final InstantSource clock;
  private @Nullable Thread thread;
  private String running = "";

  /**
   * @param dataSource whose search path is the schema of what was told
   */
  public Previews(
      DataSource dataSource,
      JsonMapper json,
      Items items,
      Streams streams,
      PreviewLimits limits,
      InstantSource clock) {
    this.table = new PreviewTable(dataSource, json);
    this.items = items;
    this.streams = streams;
    this.limits = limits;
    this.clock = clock;
  }

  /** What became of a request. */
  public sealed interface Outcome {}

  /**
   * It is played, or was.
   *
   * @param repeated the same was asked under the same key before
   */
  public record Taken(String id, boolean repeated) implements Outcome {}

  /** This node plays another one. */
  public record UnderWay(String id) implements Outcome {}

  /** Something else was asked under this key. */
  public record KeyReused() implements Outcome {}

  /**
   * @param client whose key it is
   * @param hash what makes two requests under a key the same
   */
  public synchronized Outcome ask(PreviewAsked asked, String client, String key, String hash) {
    table.forget(clock.instant());
    Optional<Known> known = table.byKey(client, key);
    if (known.isEmpty() && isRunning()) {
      return new UnderWay(running);
    }
    String id = UUID.randomUUID().toString();
    if (known.isEmpty() && table.insert(id, asked, client, key, hash, clock.instant())) {
      begin(id, asked);
      return new Taken(id, false);
    }
    Known before = known.or(() -> table.byKey(client, key)).orElseThrow();
    return before.hash().equals(hash) ? new Taken(before.id(), true) : new KeyReused();
  }

  /** The one that this node plays now. */
  public synchronized Optional<String> underWay() {
    return isRunning() ? Optional.of(running) : Optional.empty();
  }

  public Optional<PreviewCard> find(String channel, String id) {
    return table.find(channel, id, clock.instant());
  }

  /**
   * Days of items on which the draft makes a difference.
   *
   * @param day only these; absent for all
   * @param after the number of the last one that is known, 0 for none
   */
  public List<PreviewedDay> items(String id, @Nullable LocalDate day, long after, int limit) {
    return table.items(id, day, after, limit);
  }

  /** Ends it where it is; what was found so far stays. One that has ended stays as it is. */
  public void cancel(String id) {
    table.end(id, "cancelled", false, clock.instant());
  }

  private boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  private void begin(String id, PreviewAsked asked) {
    running = id;
    thread = Thread.ofPlatform().daemon().name("preview").start(() -> run(id, asked));
  }

  private void run(String id, PreviewAsked asked) {
    try {
      new PreviewRun(id, asked, table, items, streams, limits, clock).run();
    } catch (InterruptedException e) {
      table.end(id, "failed", false, clock.instant());
    } catch (RuntimeException e) {
      LOG.error("preview {} failed", id, e);
      table.end(id, "failed", false, clock.instant());
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
