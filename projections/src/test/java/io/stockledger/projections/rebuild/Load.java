package io.stockledger.projections.rebuild;

import io.stockledger.api.stock.ItemId;
import io.stockledger.projections.running.Repeating;
import io.stockledger.projections.testing.ListedLedger;
import io.stockledger.projections.testing.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Writers and readers that go on while a read model is rebuilt, and what they found wrong. They
 * leave most of a small machine to the nodes: what is tried here is the order of things, not their
 * pace.
 */
final class Load implements AutoCloseable {
  private static final int ITEMS = 24;

  /** Nothing happens to it any more, so whatever is wrong with its rows stays wrong. */
  static final ItemId QUIET = new ItemId("L1", "QUIET");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ListedLedger ledger;
  private List<Node> nodes;
  private final Story story = new Story();
  private final Random random = new Random(42);
  private final List<Repeating> threads = new ArrayList<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicLong reads = new AtomicLong();

  /** The most that any finished read saw, on any node: versions by item, and the position. */
  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  private volatile boolean ended;
  private int told;
  private int reservations;

  /**
   * @param entries that are there from the beginning
   */
  Load(ListedLedger ledger, List<Node> nodes, int entries) {
    this.ledger = ledger;
    this.nodes = nodes;
    for (int i = 0; i < ITEMS; i++) {
      story.received(item(i), 1_000_000);
    }
    story.received(QUIET, 5);
    write(entries);
  }

  private static ItemId item(int number) {
    return new ItemId("L" + number % 4, "SKU-" + number);
  }

  void write(int entries) {
    while (story.size() < told + entries) {
      ItemId item = item(random.nextInt(ITEMS));
      String id = "r" + ++reservations;
      story.reserved(item, id, 3, null);
      if (random.nextBoolean()) {
        story.pickedFor(item, id, 2);
      }
      story.released(item, id, 1);
    }
    ledger.append(story.after(told));
    told = story.size();
  }

  /** From now on these are read. */
  Load on(List<Node> others) {
    nodes = others;
    return this;
  }

  Load start() {
    threads.add(Repeating.start("writer", Duration.ofMillis(25), () -> write(10)));
    for (int i = 0; i < 3; i++) {
      Random mine = new Random(i);
      threads.add(
          Repeating.start("reader-" + i, Duration.ofMillis(5), () -> guarded(() -> read(mine))));
    }
    threads.add(Repeating.start("waiter", Duration.ofMillis(5), () -> guarded(this::readOwnWrite)));
    return this;
  }

  private void guarded(Runnable read) {
    try {
      read.run();
      reads.incrementAndGet();
    } catch (RuntimeException failed) {
      if (ended) { // interrupted, perhaps
        return;
      }
      wrong.add(failed.toString());
    }
  }

  /** Whatever a read that has ended saw, one that begins now must see as well, on any node. */
  private void read(Random which) {
    Node node = nodes.get(which.nextInt(nodes.size()));
    ItemId item = item(which.nextInt(ITEMS));
    Long version = seen.get(item.stream());
    Long position = seen.get("position");
    Map<String, @Nullable Object> row =
        node.read()
            .queryForMap(
                """
                select a.version, a.position, current_schema() as schema,
                       (select min(position) from progress where projection = 'available') as folded,
                       (select count(*) from available) as items
                  from available a where location = ? and sku = ?
                """,
                item.location(),
                item.sku());
    atLeast(row, "version", version);
    atLeast(row, "folded", position);
    atLeast(row, "items", ITEMS + 1L);
    seen.merge(item.stream(), number(row, "version"), Math::max);
    seen.merge("position", number(row, "folded"), Math::max);
  }

  private void readOwnWrite() {
    Node node = nodes.get((int) (reads.get() % nodes.size()));
    long position = ledger.size();
    try {
      if (!node.positions.await("available", position, PATIENCE)) {
        wrong.add("position " + position + " was not known in time");
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    Map<String, @Nullable Object> row =
        node.read()
            .queryForMap(
                "select min(position) as folded from progress where projection = 'available'");
    atLeast(row, "folded", position);
  }

  private void atLeast(Map<String, @Nullable Object> row, String column, @Nullable Long floor) {
    if (floor != null && number(row, column) < floor) {
      wrong.add("%s went back below %d: %s".formatted(column, floor, row));
    }
  }

  private static long number(Map<String, @Nullable Object> row, String column) {
    return row.get(column) instanceof Number number ? number.longValue() : -1;
  }

  long reads() {
    return reads.get();
  }

  /** What no reader may find. */
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public void close() {
    ended = true;
    threads.forEach(Repeating::close);
    threads.clear();
  }
}
