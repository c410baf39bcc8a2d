package io.stockledger.server.preview;

import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.preview.PreviewCard;
import io.stockledger.outgoing.preview.PreviewedDay;
import io.stockledger.outgoing.preview.Previews;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Clock;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far previews are, and what they found. */
@RestController
@RequestMapping(
    path = "/v1/channels/{channel}/previews/{id}",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PreviewReads {
  private final Previews previews;
  private final LedgerFeed feed;
  private final Clock clock;

  PreviewReads(Previews previews, LedgerFeed feed, Clock clock) {
    this.previews = previews;
    this.feed = feed;
    this.clock = clock;
  }

  @GetMapping
  @Requires(Scope.CHANNEL_PREVIEW)
  ResponseEntity<PreviewView> preview(
      @PathVariable String channel, @PathVariable String id, Read read) {
    PreviewCard card = find(previews, channel, id);
    return Reads.tagged(PreviewView.of(card, feed.headPosition(), clock.instant()), read);
  }

  @GetMapping("/items")
  @Requires(Scope.CHANNEL_PREVIEW)
  ResponseEntity<PreviewItemsView> items(
      @PathVariable String channel,
      @PathVariable String id,
      @ParameterObject PreviewItemParameters parameters,
      Read read) {
    PreviewCard card = find(previews, channel, id);
    int limit = parameters.limitOrDefault();
    List<PreviewedDay> found = previews.items(id, parameters.day(), parameters.after(), limit + 1);
    List<PreviewedDay> page = found.size() > limit ? found.subList(0, limit) : found;
    return Reads.tagged(
        new PreviewItemsView(
            id,
            card.state(),
            page.stream().map(PreviewedDay::told).toList(),
            found.size() > limit ? Long.toString(page.getLast().number()) : null,
            feed.headPosition(),
            clock.instant()),
        read);
  }

  static PreviewCard find(Previews previews, String channel, String id) {
    return previews
        .find(channel, id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                            ProblemType.UNKNOWN_PREVIEW,
                            "Previews are kept for an hour, each under its channel.")
                        .with("channel", channel)
                        .with("preview", id)));
  }
}
