package io.stockledger.server.channel;

import io.stockledger.api.channel.SwitchCommand.RemoveTrigger;
import io.stockledger.api.channel.SwitchCommand.ReturnSwitch;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.SwitchAnswer;
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

/** Pulls off switches and returns them, and says what pulls them by itself. */
@RestController
@RequestMapping(path = "/v1/switches", produces = MediaType.APPLICATION_JSON_VALUE)
class SwitchController {
  private final WriteGateway writes;

  SwitchController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.SWITCH_PULL)
  @AnswersWith(value = SwitchAnswer.class, creates = true)
  ResponseEntity<byte[]> pull(@RequestBody PullRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(), write);
  }

  @PostMapping(path = "/{id}/return", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.SWITCH_RETURN)
  @AnswersWith(SwitchAnswer.class)
  ResponseEntity<byte[]> giveBack(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ReturnSwitchRequest body,
      Write write) {
    write.refusePrecondition();
    return writes.send(new ReturnSwitch(id, body == null ? null : body.why(), null), write);
  }

  @PutMapping(path = "/triggers/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.SWITCH_TRIGGER)
  @AnswersWith(value = SwitchAnswer.class, creates = true)
  ResponseEntity<byte[]> putTrigger(
      @PathVariable String id, @RequestBody TriggerRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(id), write);
  }

  @DeleteMapping("/triggers/{id}")
  @Requires(Scope.SWITCH_TRIGGER)
  @AnswersWith(SwitchAnswer.class)
  ResponseEntity<byte[]> removeTrigger(@PathVariable String id, Write write) {
    write.refusePrecondition();
    return writes.send(new RemoveTrigger(id), write);
  }
}
