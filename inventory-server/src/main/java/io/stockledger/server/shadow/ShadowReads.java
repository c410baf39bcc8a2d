package io.stockledger.server.shadow;

import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.shadow.ShadowDifference;
import io.stockledger.outgoing.shadow.Shadows;
import io.stockledger.server.http.Read;
import io.stockledger.server.preview.KnownChannels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the figures of another system are from ours: by item, by location, by day. */
@RestController
@RequestMapping(
    path = "/v1/channels/{channel}/shadow-differences",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ShadowReads {
  private final Shadows shadows;
  private final KnownChannels channels;
  private final LedgerFeed feed;
  private final Clock clock;

  ShadowReads(Shadows shadows, KnownChannels channels, LedgerFeed feed, Clock clock) {
    this.shadows = shadows;
    this.channels = channels;
    this.feed = feed;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Scope.SHADOW_READ)
  ResponseEntity<ShadowView> items(
      @PathVariable String channel, @ParameterObject ShadowParameters parameters, Read read) {
    channels.require(channel, clock.instant());
    int limit = parameters.limitOrDefault();
    List<ShadowDifference> found =
        shadows.byItem(
            channel,
            parameters.daysOrDefault(),
            parameters.location(),
            parameters.after(),
            limit + 1);
    List<ShadowDifference> page = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? ShadowParameters.cursor(page.getLast()) : null;
    return view(channel, parameters.daysOrDefault(), page, next, read);
  }

  @GetMapping("/locations")
  @Requires(Scope.SHADOW_READ)
  ResponseEntity<ShadowView> locations(
      @PathVariable String channel, @ParameterObject ShadowDaysParameters parameters, Read read) {
    channels.require(channel, clock.instant());
    int days = parameters.daysOrDefault();
    return view(channel, days, shadows.byLocation(channel, days), null, read);
  }

  @GetMapping("/days")
  @Requires(Scope.SHADOW_READ)
  ResponseEntity<ShadowView> days(
      @PathVariable String channel, @ParameterObject ShadowDaysParameters parameters, Read read) {
    channels.require(channel, clock.instant());
    int days = parameters.daysOrDefault();
    return view(channel, days, shadows.byDay(channel, days), null, read);
  }

  private ResponseEntity<ShadowView> view(
      String channel, int days, List<ShadowDifference> items, @Nullable String next, Read read) {
    return Reads.tagged(
        new ShadowView(channel, days, items, next, feed.headPosition(), clock.instant()), read);
  }
}
