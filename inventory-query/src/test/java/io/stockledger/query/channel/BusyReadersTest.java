package io.stockledger.query.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.stock.ItemId;
import io.stockledger.projections.channel.SellableProjection;
import io.stockledger.projections.registry.RegistryProjection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import io.stockledger.query.near.Heard;
import io.stockledger.query.reading.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Readers beside a node that writes, another one that writes without a word, a projection that is
 * behind and a reader of the ledger that is behind too. Each entry of an item makes its figure one
 * more, so that a figure is a version.
 */
class BusyReadersTest {
  private static final int COMMITS = 300;
  private static final int MOST_COMMITS = 20_000;
  private static final int FROM_MEMORY = 100;
  private static final int MOST_READS_BETWEEN = 20;
  private static final int READERS = 3;
  private static final List<ItemId> ITEMS =
      List.of(
          new ItemId("L1", "A"),
          new ItemId("L1", "B"),
          new ItemId("L1", "C"),
          new ItemId("L1", "D"));
  private static final List<String> SKUS = ITEMS.stream().map(ItemId::sku).toList();

  private final ReadDatabase database = new ReadDatabase();
  private final Heard heard = new Heard(() -> 0, 6);
  private final SellableQueries queries =
      new SellableQueries(
          new ReadModel(database.dataSource(), () -> Story.START, heard), 1_000_000);

  /** What is committed, as of the last commit. */
  private volatile List<RecordedEvent> ledger = List.of();

  private final Story story = new Story();
  private final AtomicLong reads = new AtomicLong();
  private final AtomicLong readers = new AtomicLong(READERS);
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong[] seen = new AtomicLong[ITEMS.size()];
  private final AtomicLong fromMemory = new AtomicLong();
  private volatile boolean over;

  @Test
  void every_read_was_true_at_its_position_and_none_goes_back() throws Exception {
    long seed = new Random().nextLong();
    heard.trueAt(0);
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new AtomicLong();
    }
    ITEMS.forEach(item -> story.received(item, 1));
    ledger = story.events();
    foldBoth(story.events());
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> others = new ArrayList<>();
      others.add(threads.submit(() -> hear(new Random(seed + 1))));
      others.add(threads.submit(() -> fold(new Random(seed + 2))));
      for (int i = 0; i < READERS; i++) {
        long own = seed + 10 + i;
        others.add(threads.submit(() -> readOn(new Random(own))));
      }
      try {
        write(new Random(seed));
      } finally {
        over = true;
      }
      for (Future<?> other : others) {
        finish(other, seed);
      }
    }
    assertThat(fromMemory.get()).as("reads from memory").isGreaterThanOrEqualTo(FROM_MEMORY);
  }

  private static void finish(Future<?> other, long seed) throws InterruptedException {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new AssertionError("seed " + seed, e.getCause());
    }
  }

  private void write(Random random) {
    for (int i = 0; i < COMMITS || (fromMemory.get() < FROM_MEMORY && i < MOST_COMMITS); i++) {
      boolean own = random.nextInt(3) > 0;
      int before = ledger.size();
      for (int n = random.nextInt(3); n >= 0; n--) {
        story.received(ITEMS.get(random.nextInt(ITEMS.size())), 1);
      }
      List<RecordedEvent> entries = story.after(before);
      ledger = story.events();
      if (own) {
        heard.heard(before, before + entries.size(), streams(entries));
        acknowledged.set(before + entries.size());
      }
      awaitReads(random.nextInt(MOST_READS_BETWEEN));
    }
  }

  /** The pace of the load: so many reads, or all readers are gone, which the test then tells. */
  private void awaitReads(int more) {
    long goal = reads.get() + more;
    while (reads.get() < goal && readers.get() > 0) {
      Thread.onSpinWait();
    }
  }

  private void hear(Random random) {
    while (!over) {
      int from = Math.toIntExact(heard.position());
      List<RecordedEvent> committed = ledger;
      int upTo = from + random.nextInt(Math.max(0, committed.size() - from) + 1);
      List<RecordedEvent> entries = committed.subList(Math.min(from, upTo), upTo);
      heard.heard(from, from + entries.size(), streams(entries));
    }
  }

  private static List<String> streams(List<RecordedEvent> entries) {
    return entries.stream().map(RecordedEvent::stream).toList();
  }

  /** The registry first, so that answers are as far as the figures are. */
  private void foldBoth(List<RecordedEvent> events) {
    database.fold(new RegistryProjection(), events);
    database.fold(new SellableProjection(), events);
  }

  private void fold(Random random) {
    int folded = ITEMS.size();
    while (!over) {
      List<RecordedEvent> committed = ledger;
      int upTo = folded + random.nextInt(committed.size() - folded + 1);
      if (upTo > folded) {
        foldBoth(committed.subList(folded, upTo));
        folded = upTo;
      }
    }
  }

  private void readOn(Random random) {
    try {
      while (!over) {
        long minPosition = random.nextInt(3) == 0 ? acknowledged.get() : 0;
        if (random.nextBoolean()) {
          readOne(random.nextInt(ITEMS.size()), minPosition);
        } else {
          readAll(minPosition);
        }
        reads.incrementAndGet();
      }
    } finally {
      readers.decrementAndGet();
    }
  }

  private void readOne(int item, long minPosition) {
    FindSellable query = new FindSellable("default", SKUS.get(item), "L1");
    long seenBefore = seen[item].get();
    var remembered = queries.fromMemory(query, minPosition).map(query::viewIn);
    remembered.ifPresent(view -> assertThat(view.position()).isGreaterThanOrEqualTo(minPosition));
    fromMemory.addAndGet(remembered.isPresent() ? 1 : 0);
    SellableView view = remembered.orElseGet(() -> query.viewIn(queries.find(query)));
    long version = Objects.requireNonNull(view.locations().getFirst().version());
    assertThat(view.sellable()).isEqualTo(version);
    assertThat(version).as("goes back").isGreaterThanOrEqualTo(seenBefore);
    assertThat(version)
        .as("lacks entries")
        .isGreaterThanOrEqualTo(versionAt(item, view.position()));
    assertThat(version).as("not there yet").isLessThanOrEqualTo(versionAt(item, ledger.size()));
    seen[item].accumulateAndGet(version, Math::max);
  }

  private void readAll(long minPosition) {
    FindSellableOfMany query = new FindSellableOfMany("default", SKUS, List.of("L1"));
    List<Long> seenBefore = java.util.Arrays.stream(seen).map(AtomicLong::get).toList();
    var remembered = queries.fromMemory(query, minPosition).map(query::viewIn);
    remembered.ifPresent(view -> assertThat(view.position()).isGreaterThanOrEqualTo(minPosition));
    fromMemory.addAndGet(remembered.isPresent() ? 1 : 0);
    SellableOfManyView view = remembered.orElseGet(() -> query.viewIn(queries.findMany(query)));
    for (int item = 0; item < ITEMS.size(); item++) {
      OfferLine line = view.items().get(item);
      assertThat(line.version()).as("one state").isEqualTo(versionAt(item, view.position()));
      assertThat(line.version()).as("goes back").isGreaterThanOrEqualTo(seenBefore.get(item));
      seen[item].accumulateAndGet(line.version() == null ? 0 : line.version(), Math::max);
    }
  }

  private long versionAt(int item, long position) {
    String stream = ITEMS.get(item).stream();
    return ledger.subList(0, Math.toIntExact(position)).stream()
        .filter(entry -> entry.stream().equals(stream))
        .count();
  }
}
