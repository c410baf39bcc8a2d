package io.stockledger.server.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery;
import io.stockledger.api.channel.SellableQuery.FindPastSellable;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableQuery.FindServing;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.channel.ServingView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a channel may offer; a channel's key asks for its own only. */
@RestController
@RequestMapping(
    path = "/v1/channels/{channel}/availability",
    produces = MediaType.APPLICATION_JSON_VALUE)
class ChannelReads {
  /** So long at most a cache may keep an answer: a pulled switch is seen by then. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private static final String[] MODELS = {
    ReadModels.SELLABLE, ReadModels.AVAILABLE, ReadModels.REGISTRY
  };

  private final Reads reads;

  ChannelReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/{sku}")
  @Requires(Scope.AVAILABILITY_READ)
  ResponseEntity<SellableView> one(
      @PathVariable String channel,
      @PathVariable String sku,
      @ParameterObject PlaceParameters parameters,
      Read read) {
    requireOwn(read.caller(), channel);
    requireStock(read.caller(), parameters.explained());
    Instant at = parameters.at();
    if (at != null) {
      return reads.answer(
          new FindPastSellable(
              channel, sku, Objects.requireNonNull(parameters.location()), at, parameters.asked()),
          read,
          ReadModels.LEDGER);
    }
    return answer(
        new FindSellable(
            channel, sku, parameters.location(), parameters.around(), parameters.asked()),
        read,
        SellableView::validUntil);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.AVAILABILITY_READ)
  ResponseEntity<SellableOfManyView> many(
      @PathVariable String channel, @RequestBody ManyRequest body, Read read) {
    requireOwn(read.caller(), channel);
    requireStock(read.caller(), body.explained());
    return answer(
        new FindSellableOfMany(
            channel,
            body.skus(),
            body.locations() == null ? List.of() : body.locations(),
            body.asked()),
        read,
        SellableOfManyView::validUntil);
  }

  /** Which location can serve all lines, or the fewest that can together. */
  @PostMapping(path = "/serve", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.AVAILABILITY_READ)
  ResponseEntity<ServingView> serve(
      @PathVariable String channel, @RequestBody ServeRequest body, Read read) {
    requireOwn(read.caller(), channel);
    return answer(
        new FindServing(channel, body.wanted(), body.around(), body.forPickup()),
        read,
        ServingView::validUntil);
  }

  private <V extends Answer.View> ResponseEntity<V> answer(
      SellableQuery<V> query, Read read, Function<V, @Nullable Instant> validUntil) {
    return reads.answer(query, read, view -> control(view, validUntil.apply(view)), MODELS);
  }

  /** Whole seconds, rounded down, so that no cache keeps it beyond the moment it changes at. */
  private static String control(Answer.View view, @Nullable Instant validUntil) {
    long seconds = LONGEST.toSeconds();
    if (validUntil != null) {
      long left = Duration.between(view.asOf(), validUntil).toSeconds();
      seconds = Math.max(0, Math.min(seconds, left));
    }
    return seconds == 0 ? Reads.ASK_ALWAYS : "private, max-age=" + seconds;
  }

  private static void requireOwn(Caller caller, String channel) {
    if (!caller.speaksFor(channel)) {
      throw Caller.forbidden(Scope.STOCK_READ);
    }
  }

  /** Arithmetic tells figures, whatever the channel shows. */
  private static void requireStock(Caller caller, boolean explained) {
    if (explained) {
      caller.require(Scope.STOCK_READ);
    }
  }
}
