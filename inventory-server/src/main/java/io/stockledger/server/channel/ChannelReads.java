package io.stockledger.server.channel;

import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Caller;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.util.List;
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
    return reads.answer(
        new FindSellable(channel, sku, parameters.location()),
        read,
        ReadModels.SELLABLE,
        ReadModels.AVAILABLE);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.AVAILABILITY_READ)
  ResponseEntity<SellableOfManyView> many(
      @PathVariable String channel, @RequestBody ManyRequest body, Read read) {
    requireOwn(read.caller(), channel);
    return reads.answer(
        new FindSellableOfMany(
            channel, body.skus(), body.locations() == null ? List.of() : body.locations()),
        read,
        ReadModels.SELLABLE,
        ReadModels.AVAILABLE);
  }

  private static void requireOwn(Caller caller, String channel) {
    if (!caller.speaksFor(channel)) {
      throw Caller.forbidden(Scope.STOCK_READ);
    }
  }
}
