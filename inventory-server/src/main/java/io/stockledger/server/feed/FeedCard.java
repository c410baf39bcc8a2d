package io.stockledger.server.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.outgoing.feed.FeedState;
import io.stockledger.outgoing.feed.FeedState.Failure;
import io.stockledger.outgoing.feed.FeedState.FileBegun;
import io.stockledger.outgoing.feed.FeedState.FileWritten;
import io.stockledger.outgoing.feed.ScheduledFeed;
import io.stockledger.outgoing.feed.StorePickup;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is written to files, as it is set and how far it is.
 *
 * @param fullAt the time of day of full files, such as {@code 02:00}
 * @param keep so many full files are kept, with the incremental ones that follow them
 * @param nextFullAt when the next full file is begun; earlier where one is overdue
 * @param after the last change of the log that is in its files; absent before the first full one
 * @param lastFullAt when the newest full file was begun
 * @param upToDateAt when it was last found to have all changes
 * @param newest its newest file
 * @param running the file that is being written
 * @param failure what went wrong at the last attempt; it is tried again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedCard(
    String feed,
    String channel,
    String fullAt,
    String timeZone,
    @Nullable Duration incrementalEvery,
    int keep,
    boolean gzip,
    @Nullable String pickupMethod,
    @Nullable String pickupSla,
    Instant nextFullAt,
    @Nullable Long after,
    @Nullable Instant lastFullAt,
    @Nullable Instant upToDateAt,
    @Nullable FileWritten newest,
    @Nullable FileBegun running,
    @Nullable Failure failure) {
  static FeedCard of(ScheduledFeed feed, @Nullable FeedState state, Instant now) {
    StorePickup pickup = feed.pickup();
    return new FeedCard(
        feed.id(),
        feed.channel(),
        feed.fullAt().toString(),
        feed.zone().getId(),
        feed.incrementalEvery(),
        feed.keep(),
        feed.gzip(),
        pickup == null ? null : pickup.method(),
        pickup == null ? null : pickup.sla(),
        feed.fullAfter(now),
        state == null ? null : state.change(),
        state == null ? null : state.fullAt(),
        state == null ? null : state.lookedAt(),
        state == null ? null : state.newest(),
        state == null ? null : state.running(),
        state == null ? null : state.failure());
  }
}
