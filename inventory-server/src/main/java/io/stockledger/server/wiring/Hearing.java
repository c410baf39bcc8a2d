package io.stockledger.server.wiring;

import io.stockledger.ledger.store.EventRow;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.ledger.store.LedgerStore;
import io.stockledger.ledger.store.PositionToken;
import io.stockledger.query.near.Heard;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the memory of reads what is written: this node's entries on the thread that wrote them,
 * before anybody is answered; everything else by a reader of its own, as soon as the feed has it.
 */
final class Hearing implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Hearing.class);

  /** So far behind it is quicker to forget what is in memory than to find out what of it holds. */
  private static final long MANY_ENTRIES = 20_000;

  private static final int BATCH = 1_000;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  private final LedgerFeed feed;
  private final LedgerStore store;
  private final Heard heard;
  private final RememberedAliases aliases;
  private @Nullable Registration own;
  private @Nullable Thread reader;
  private volatile boolean running;

  Hearing(LedgerFeed feed, LedgerStore store, Heard heard, RememberedAliases aliases) {
    this.feed = feed;
    this.store = store;
    this.heard = heard;
    this.aliases = aliases;
  }

  @Override
  public synchronized void start() {
    if (running) {
      return;
    }
    running = true;
    own = feed.onCommit(this::heardOwn);
    reader = Thread.ofPlatform().name("ledger-hearing").daemon().start(this::hear);
  }

  private void heardOwn(long before, List<EventRow> rows) {
    Set<String> streams = HashSet.newHashSet(rows.size());
    rows.forEach(row -> streams.add(row.stream()));
    aliases.heard(streams);
    heard.heard(before, before + rows.size(), streams);
  }

  private void hear() {
    boolean begun = false;
    while (running) {
      try {
        if (!begun) {
          skipTo(PositionToken.positionOf(store.createHeadToken()));
          begun = true;
        }
        long lookedAt = feed.lookedAt();
        hearUpTo(feed.headPosition());
        heard.trueAt(lookedAt);
        feed.awaitBeyond(heard.position(), LOOK_AGAIN);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.debug("not hearing of other nodes, reads go to the tables meanwhile", e);
        rest();
      }
    }
  }

  /** Own entries are heard already, unless others came in between. */
  private void hearUpTo(long head) throws InterruptedException {
    if (head - heard.position() > MANY_ENTRIES) {
      skipTo(head);
      return;
    }
    if (heard.position() >= head) {
      return;
    }
    try (TrackingEventStream stream = store.openStream(new PositionToken(heard.position()))) {
      while (running && heard.position() < head) {
        if (stream.hasNextAvailable((int) LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
          hearBatch(stream);
        }
      }
    }
  }

  private void hearBatch(TrackingEventStream stream) throws InterruptedException {
    long after = heard.position();
    long upTo = after;
    Set<String> streams = new HashSet<>();
    for (int i = 0; i < BATCH && stream.hasNextAvailable(0, TimeUnit.MILLISECONDS); i++) {
      TrackedEventMessage<?> entry = stream.nextAvailable();
      upTo = entry.trackingToken().position().orElse(upTo);
      if (entry instanceof DomainEventMessage<?> ofItem) {
        streams.add(ofItem.getAggregateIdentifier());
      }
    }
    aliases.heard(streams);
    heard.heard(after, upTo, streams);
  }

  private void skipTo(long position) {
    aliases.forget();
    heard.skipTo(position);
  }

  private static void rest() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (own != null) {
      own.cancel();
    }
    Thread ending = reader;
    if (ending != null) {
      ending.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the ledger, and before anything reads. */
  @Override
  public int getPhase() {
    return LedgerRunning.PHASE + 1;
  }
}
