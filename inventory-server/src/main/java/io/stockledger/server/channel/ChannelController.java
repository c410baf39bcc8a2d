package io.stockledger.server.channel;

import io.stockledger.api.channel.ChannelCommand.PutChannel;
import io.stockledger.api.channel.ChannelCommand.ReinstateChannel;
import io.stockledger.api.channel.ChannelCommand.RemoveChannelRule;
import io.stockledger.api.channel.ChannelCommand.RetireChannel;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.ChannelAnswer;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Puts channels and their rules, and takes them out of use. */
@RestController
@RequestMapping(path = "/v1/channels/{channel}", produces = MediaType.APPLICATION_JSON_VALUE)
class ChannelController {
  private final WriteGateway writes;

  ChannelController(WriteGateway writes) {
    this.writes = writes;
  }

  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.CHANNEL_WRITE)
  @AnswersWith(value = ChannelAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> put(
      @PathVariable String channel, @RequestBody ChannelRequest body, Write write) {
    return writes.send(new PutChannel(channel, body.traits(), write.ifVersion()), write);
  }

  @PostMapping(path = "/retire", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.CHANNEL_WRITE)
  @AnswersWith(value = ChannelAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> retire(
      @PathVariable String channel,
      @RequestBody(required = false) @Nullable InUseRequest body,
      Write write) {
    return writes.send(new RetireChannel(channel, write.ifVersion()), write);
  }

  @PostMapping(path = "/reinstate", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.CHANNEL_WRITE)
  @AnswersWith(value = ChannelAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> reinstate(
      @PathVariable String channel,
      @RequestBody(required = false) @Nullable InUseRequest body,
      Write write) {
    return writes.send(new ReinstateChannel(channel, write.ifVersion()), write);
  }

  @PutMapping(path = "/rules/{rule}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.CHANNEL_WRITE)
  @AnswersWith(value = ChannelAnswer.class, creates = true, takesVersion = true)
  ResponseEntity<byte[]> putRule(
      @PathVariable String channel,
      @PathVariable String rule,
      @RequestBody RuleRequest body,
      Write write) {
    return writes.send(body.command(channel, rule, write), write);
  }

  @DeleteMapping("/rules/{rule}")
  @Requires(Scope.CHANNEL_WRITE)
  @AnswersWith(value = ChannelAnswer.class, takesVersion = true)
  ResponseEntity<byte[]> removeRule(
      @PathVariable String channel, @PathVariable String rule, Write write) {
    return writes.send(new RemoveChannelRule(channel, rule, write.ifVersion()), write);
  }
}
