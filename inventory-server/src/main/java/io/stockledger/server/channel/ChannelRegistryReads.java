package io.stockledger.server.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.ChannelQuery.FindChannel;
import io.stockledger.api.channel.ChannelQuery.FindChannelRule;
import io.stockledger.api.channel.ChannelRuleView;
import io.stockledger.api.channel.ChannelRulesView;
import io.stockledger.api.channel.ChannelView;
import io.stockledger.api.channel.ChannelsView;
import io.stockledger.api.channel.EffectiveRuleView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.time.Instant;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Channels and their rules as they are now; a channel's key sees its own. */
@RestController
@RequestMapping(path = "/v1/channels", produces = MediaType.APPLICATION_JSON_VALUE)
class ChannelRegistryReads {
  private final Reads reads;
  private final PastChannels past;

  ChannelRegistryReads(Reads reads, PastChannels past) {
    this.reads = reads;
    this.past = past;
  }

  @GetMapping
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<ChannelsView> list(@ParameterObject ChannelParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.REGISTRY);
  }

  @GetMapping("/{channel}")
  @Requires(Scope.CHANNEL_READ)
  ResponseEntity<ChannelView> one(
      @PathVariable String channel, @ParameterObject PastParameters parameters, Read read) {
    OwnChannelOnly.require(read.caller(), channel);
    Instant at = parameters.at();
    if (at == null) {
      return reads.answer(new FindChannel(channel), read, ReadModels.REGISTRY);
    }
    reads.awaitPosition(read, ReadModels.LEDGER);
    return Reads.tagged((ChannelView) Reads.known(past.channel(channel, at)), read);
  }

  @GetMapping("/{channel}/rules/effective")
  @Requires(Scope.CHANNEL_READ)
  ResponseEntity<EffectiveRuleView> effective(
      @PathVariable String channel, @ParameterObject EffectiveParameters parameters, Read read) {
    OwnChannelOnly.require(read.caller(), channel);
    reads.awaitPosition(read, ReadModels.LEDGER);
    Answer answer =
        past.effective(channel, parameters.sku(), parameters.location(), parameters.at());
    return Reads.tagged((EffectiveRuleView) Reads.known(answer), read);
  }

  @GetMapping("/{channel}/rules")
  @Requires(Scope.CHANNEL_READ)
  ResponseEntity<ChannelRulesView> rules(
      @PathVariable String channel, @ParameterObject RuleParameters parameters, Read read) {
    OwnChannelOnly.require(read.caller(), channel);
    return reads.answer(parameters.query(channel), read, ReadModels.REGISTRY);
  }

  @GetMapping("/{channel}/rules/{rule}")
  @Requires(Scope.CHANNEL_READ)
  ResponseEntity<ChannelRuleView> rule(
      @PathVariable String channel, @PathVariable String rule, Read read) {
    OwnChannelOnly.require(read.caller(), channel);
    return reads.answer(new FindChannelRule(channel, rule), read, ReadModels.REGISTRY);
  }
}
