package io.stockledger.server.inbound;

import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.InboundAnswer;
import io.stockledger.server.write.InboundRequest;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is asked of expected supply. */
@RestController
@AnswersWith(InboundAnswer.class)
@RequestMapping(
    path = "/v1/inbound",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class InboundController {
  private final WriteGateway writes;

  InboundController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping
  @Requires(Scope.INBOUND_WRITE)
  @AnswersWith(value = InboundAnswer.class, creates = true)
  ResponseEntity<byte[]> expect(@RequestBody ExpectSupplyRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(write), write);
  }

  @PostMapping("/{id}/revise")
  @Requires(Scope.INBOUND_WRITE)
  ResponseEntity<byte[]> revise(
      @PathVariable String id, @RequestBody ReviseSupplyRequest body, Write write) {
    return send(id, body, write);
  }

  @PostMapping("/{id}/receive")
  @Requires(Scope.INBOUND_RECEIVE)
  ResponseEntity<byte[]> receive(
      @PathVariable String id, @RequestBody ReceiveSupplyRequest body, Write write) {
    return send(id, body, write);
  }

  @PostMapping("/{id}/cancel")
  @Requires(Scope.INBOUND_WRITE)
  ResponseEntity<byte[]> cancel(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable CancelSupplyRequest body,
      Write write) {
    return send(id, body == null ? CancelSupplyRequest.NOTHING : body, write);
  }

  private ResponseEntity<byte[]> send(String id, InboundRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(id, write), write);
  }
}
