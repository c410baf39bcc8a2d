package io.stockledger.server.changes;

import io.stockledger.outgoing.change.Announcements;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.LoggedChange;
import io.stockledger.outgoing.stream.ChangeStream;
import io.stockledger.outgoing.stream.ChangeStreams;
import io.stockledger.outgoing.stream.Interest;
import io.stockledger.outgoing.stream.TooManyStreams;
import io.stockledger.server.changes.RecomputationsView.RecomputationLine;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a channel was told, by page, and what is looked at anew for it. */
@RestController
class ChangesReads {
  private final FollowedChannels channels;
  private final ChangeLog log;
  private final Announcements announcements;
  private final ChangeStreams streams;
  private final Clock clock;

  ChangesReads(
      FollowedChannels channels,
      ChangeLog log,
      Announcements announcements,
      ChangeStreams streams,
      Clock clock) {
    this.channels = channels;
    this.log = log;
    this.announcements = announcements;
    this.streams = streams;
    this.clock = clock;
  }

  @GetMapping(path = "/v1/channels/{channel}/changes", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.AVAILABILITY_READ)
  @RefusesWith({409, 410})
  ResponseEntity<ChangesView> changes(
      @PathVariable String channel, @ParameterObject ChangesParameters parameters, Read read)
      throws InterruptedException {
    channels.require(read, channel);
    long after = parameters.after() == null ? log.begin() : parameters.after();
    channels.requireKept(after, "after");
    if (parameters.waitSeconds() != null) {
      await(channel, after, Duration.ofSeconds(parameters.waitSeconds()));
    }
    long position = announcements.position();
    List<LoggedChange> page = log.after(channel, after, parameters.limitOrDefault());
    List<LoggedChange> items = page.stream().filter(parameters.interest()::isIn).toList();
    long next = page.isEmpty() ? after : page.getLast().id();
    return Reads.tagged(new ChangesView(channel, items, next, position, clock.instant()), read);
  }

  private void await(String channel, long after, Duration patience) throws InterruptedException {
    try (ChangeStream stream = streams.open(channel, after, Interest.ALL)) {
      stream.awaitMore(patience);
    } catch (TooManyStreams e) {
      throw FollowedChannels.full();
    }
  }

  @GetMapping(
      path = "/v1/channels/{channel}/recomputations",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.PROJECTION_READ)
  @RefusesWith(409)
  ResponseEntity<RecomputationsView> recomputations(
      @PathVariable String channel,
      @ParameterObject RecomputationParameters parameters,
      Read read) {
    channels.require(read, channel);
    long position = announcements.position();
    List<RecomputationLine> items =
        announcements.recomputations(channel, parameters.limitOrDefault()).stream()
            .map(RecomputationLine::of)
            .toList();
    String stamp = items.size() + "-" + Integer.toHexString(items.hashCode());
    return Reads.tagged(
        new RecomputationsView(channel, items, position, clock.instant(), stamp), read);
  }
}
