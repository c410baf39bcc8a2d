package io.stockledger.server.feed;

import io.stockledger.outgoing.change.Announcements;
import io.stockledger.outgoing.feed.FeedStates;
import io.stockledger.outgoing.feed.ScheduledFeed;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the feeds are that are written to files by the clock. */
@RestController
@RequestMapping(path = "/v1/feeds", produces = MediaType.APPLICATION_JSON_VALUE)
class FeedReads {
  private final List<ScheduledFeed> feeds;
  private final FeedStates states;
  private final Announcements announcements;
  private final Clock clock;

  FeedReads(ScheduledFeeds feeds, FeedStates states, Announcements announcements, Clock clock) {
    this.feeds = feeds.feeds();
    this.states = states;
    this.announcements = announcements;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Scope.FEED_READ)
  ResponseEntity<FeedsView> list(Read read) {
    long position = announcements.position();
    Instant now = clock.instant();
    List<FeedCard> items = feeds.stream().map(feed -> card(feed, now)).toList();
    return Reads.tagged(new FeedsView(items, position, now), read);
  }

  @GetMapping("/{feed}")
  @Requires(Scope.FEED_READ)
  ResponseEntity<FeedView> one(@PathVariable String feed, Read read) {
    long position = announcements.position();
    Instant now = clock.instant();
    FeedCard card =
        feeds.stream()
            .filter(each -> each.id().equals(feed))
            .findFirst()
            .map(each -> card(each, now))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                                ProblemType.UNKNOWN_FEED,
                                "No feed of this id is in the settings of this node.")
                            .with("feed", feed)));
    return Reads.tagged(new FeedView(card, position, now), read);
  }

  private FeedCard card(ScheduledFeed feed, Instant now) {
    return FeedCard.of(feed, states.find(feed.id()), now);
  }
}
