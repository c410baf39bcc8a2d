package io.stockledger.outgoing.feed;

import io.stockledger.outgoing.feed.FeedDirectory.Draft;
import io.stockledger.outgoing.feed.FeedState.FileBegun;
import io.stockledger.outgoing.feed.FeedState.FileWritten;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is due of scheduled feeds. First the file, then how far it goes: what a crash leaves
 * in between is written again, and nothing is left out.
 */
public final class FeedExport {
  private static final Logger LOG = LoggerFactory.getLogger(FeedExport.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
  private static final int LONGEST_RETRY = 7; // doublings, 21 minutes
  private static final long PROGRESS_EVERY = 20_000;

  private final LocalInventoryFeed feed;
  private final FeedChannels channels;
  private final FeedStates states;
  private final FeedDirectory directory;
  private final InstantSource clock;

  public FeedExport(
      LocalInventoryFeed feed,
      FeedChannels channels,
      FeedStates states,
      Path directory,
      InstantSource clock) {
    this.feed = feed;
    this.channels = channels;
    this.states = states;
    this.directory = new FeedDirectory(directory);
    this.clock = clock;
  }

  /**
   * Writes the file that is due, if any.
   *
   * @param goesOn is asked now and then; where it says no, what was begun never was
   * @return whether there may be more to do at once
   */
  boolean step(ScheduledFeed scheduled, BooleanSupplier goesOn) {
    FeedState known = states.find(scheduled.id());
    FeedState state =
        known == null || !known.channel().equals(scheduled.channel())
            ? FeedState.begin(scheduled.channel())
            : known;
    Instant now = clock.instant();
    if (rests(state, now)) {
      return false;
    }
    try {
      FeedKind due = scheduled.due(state, isKept(state), now);
      if (due == null) {
        return false;
      }
      directory.removeParts(scheduled);
      states.save(scheduled.id(), write(due, scheduled, state, now, goesOn));
      directory.removeOld(scheduled);
      return true;
    } catch (CancellationException e) {
      return false;
    } catch (IOException | RuntimeException e) {
      LOG.warn("feed {} is not written now, will try again: {}", scheduled.id(), e.toString());
      LOG.debug("because of", e);
      states.save(scheduled.id(), state.failed(e.toString(), now));
      return false;
    }
  }

  private FeedState write(
      FeedKind due, ScheduledFeed scheduled, FeedState state, Instant now, BooleanSupplier goesOn)
      throws IOException {
    FeedChannel channel = channels.find(scheduled.channel());
    if (channel == null) {
      throw new IllegalStateException("nobody put the channel " + scheduled.channel());
    }
    Instant begunAt = later(now, state.newest());
    return due == FeedKind.FULL
        ? full(scheduled, channel, state, begunAt, goesOn)
        : incremental(scheduled, channel, state, begunAt, goesOn);
  }

  private static boolean rests(FeedState state, Instant now) {
    FeedState.Failure failure = state.failure();
    return failure != null
        && now.isBefore(
            failure
                .at()
                .plus(
                    FIRST_RETRY.multipliedBy(1L << Math.min(LONGEST_RETRY, failure.times() - 1))));
  }

  private boolean isKept(FeedState state) {
    return state.change() != null && feed.isKept(state.change());
  }

  /** Files are told apart, and put in order, by when they were begun. */
  private static Instant later(Instant now, @Nullable FileWritten newest) {
    if (newest == null || now.isAfter(newest.begunAt().plusMillis(1))) {
      return now;
    }
    return newest.begunAt().plusMillis(1);
  }

  private FeedState full(
      ScheduledFeed scheduled,
      FeedChannel channel,
      FeedState state,
      Instant begunAt,
      BooleanSupplier goesOn)
      throws IOException {
    long from = feed.placeOfFull();
    try (Draft draft = directory.begin(scheduled, FeedKind.FULL, begunAt, from);
        InventoryFile file = new InventoryFile(draft.out(), scheduled.pickup())) {
      feed.full(channel, file, progress(scheduled, state, begunAt, goesOn));
      return state.full(published(draft, file, FeedKind.FULL, begunAt), from);
    }
  }

  private FeedState incremental(
      ScheduledFeed scheduled,
      FeedChannel channel,
      FeedState state,
      Instant begunAt,
      BooleanSupplier goesOn)
      throws IOException {
    long after = state.change() == null ? 0 : state.change();
    LatestChanges changes = feed.changes(channel.channel(), after);
    ensure(goesOn);
    if (!feed.isKept(after)) {
      return full(scheduled, channel, state, begunAt, goesOn); // some of it was forgotten meanwhile
    }
    if (changes.items().isEmpty()) {
      return state.incremental(null, changes.upTo(), changes.isAll(), begunAt);
    }
    FeedKind kind = FeedKind.INCREMENTAL;
    try (Draft draft = directory.begin(scheduled, kind, begunAt, changes.upTo());
        InventoryFile file = new InventoryFile(draft.out(), scheduled.pickup())) {
      feed.incremental(channel, changes, file);
      return state.incremental(
          published(draft, file, kind, begunAt), changes.upTo(), changes.isAll(), begunAt);
    }
  }

  private FileWritten published(Draft draft, InventoryFile file, FeedKind kind, Instant begunAt)
      throws IOException {
    file.close();
    draft.publish();
    return new FileWritten(
        kind, draft.name(), file.lines(), file.leftOut(), begunAt, clock.instant());
  }

  private LongConsumer progress(
      ScheduledFeed scheduled, FeedState state, Instant begunAt, BooleanSupplier goesOn) {
    states.save(scheduled.id(), state.running(new FileBegun(FeedKind.FULL, begunAt, 0)));
    return new LongConsumer() {
      private long told;

      @Override
      public void accept(long lines) {
        ensure(goesOn);
        if (lines - told >= PROGRESS_EVERY) {
          told = lines;
          states.save(scheduled.id(), state.running(new FileBegun(FeedKind.FULL, begunAt, lines)));
        }
      }
    };
  }

  private static void ensure(BooleanSupplier goesOn) {
    if (!goesOn.getAsBoolean()) {
      throw new CancellationException("this node does not write feeds any more");
    }
  }
}
