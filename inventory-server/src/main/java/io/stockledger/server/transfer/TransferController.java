package io.stockledger.server.transfer;

import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.TransferAnswer;
import io.stockledger.server.write.TransferRequest;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is asked of transfers. */
@RestController
@AnswersWith(TransferAnswer.class)
@RequestMapping(
    path = "/v1/transfers",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class TransferController {
  private final WriteGateway writes;

  TransferController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping
  @Requires(Scope.TRANSFER_REQUEST)
  @AnswersWith(value = TransferAnswer.class, creates = true)
  ResponseEntity<byte[]> create(@RequestBody CreateTransferRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(write), write);
  }

  @PostMapping("/{id}/dispatch")
  @Requires(Scope.TRANSFER_DISPATCH)
  ResponseEntity<byte[]> dispatch(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable DispatchTransferRequest body,
      Write write) {
    return send(id, orElse(body, DispatchTransferRequest.NOTHING), write);
  }

  @PostMapping("/{id}/receive")
  @Requires(Scope.TRANSFER_RECEIVE)
  ResponseEntity<byte[]> receive(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ReceiveTransferRequest body,
      Write write) {
    return send(id, orElse(body, ReceiveTransferRequest.NOTHING), write);
  }

  @PostMapping("/{id}/cancel")
  @Requires(Scope.TRANSFER_REQUEST)
  ResponseEntity<byte[]> cancel(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable CancelTransferRequest body,
      Write write) {
    return send(id, orElse(body, CancelTransferRequest.NOTHING), write);
  }

  @PostMapping("/{id}/close")
  @Requires(Scope.TRANSFER_CLOSE)
  ResponseEntity<byte[]> close(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable CloseTransferRequest body,
      Write write) {
    return send(id, orElse(body, CloseTransferRequest.NOTHING), write);
  }

  private ResponseEntity<byte[]> send(String id, TransferRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(id, write), write);
  }

  private static <R extends TransferRequest> R orElse(@Nullable R body, R nothing) {
    return body == null ? nothing : body;
  }
}
