package io.stockledger.server.reservation;

import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.ReservationRequest;
import io.stockledger.server.write.SeveralRequest;
import io.stockledger.server.write.WriteAnswer;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything that is asked of promises, of one or many lines. */
@RestController
@AnswersWith(WriteAnswer.class)
@RequestMapping(
    path = "/v1/reservations",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class ReservationController {
  private final WriteGateway writes;

  ReservationController(WriteGateway writes) {
    this.writes = writes;
  }

  @PostMapping
  @Requires(Scope.RESERVE)
  @AnswersWith(value = WriteAnswer.class, creates = true)
  ResponseEntity<byte[]> create(@RequestBody CreateRequest body, Write write) {
    return send(body, write);
  }

  @PostMapping("/{id}/confirm")
  @Requires(Scope.RESERVE)
  ResponseEntity<byte[]> confirm(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ConfirmRequest body,
      Write write) {
    return send(id, orElse(body, ConfirmRequest.NOTHING), write);
  }

  @PostMapping("/{id}/extend")
  @Requires(Scope.RESERVE)
  ResponseEntity<byte[]> extend(
      @PathVariable String id, @RequestBody ExtendRequest body, Write write) {
    return send(id, body, write);
  }

  @PostMapping("/{id}/change")
  @Requires(Scope.RESERVE)
  ResponseEntity<byte[]> change(
      @PathVariable String id, @RequestBody ChangeRequest body, Write write) {
    return send(id, body, write);
  }

  @PostMapping("/{id}/pick")
  @Requires(Scope.PICK)
  ResponseEntity<byte[]> pick(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable PickPartRequest body,
      Write write) {
    return send(id, orElse(body, PickPartRequest.NOTHING), write);
  }

  @PostMapping("/{id}/release")
  @Requires(Scope.RELEASE)
  ResponseEntity<byte[]> release(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable ReleasePartRequest body,
      Write write) {
    return send(id, orElse(body, ReleasePartRequest.NOTHING), write);
  }

  @PostMapping("/release")
  @Requires(Scope.RELEASE_MANY)
  ResponseEntity<byte[]> releaseMany(@RequestBody ReleaseManyRequest body, Write write) {
    return send(body, write);
  }

  private ResponseEntity<byte[]> send(SeveralRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(write), write);
  }

  private ResponseEntity<byte[]> send(String id, ReservationRequest body, Write write) {
    write.refusePrecondition();
    return writes.send(body.command(id, write), write);
  }

  private static <R extends ReservationRequest> R orElse(@Nullable R body, R nothing) {
    return body == null ? nothing : body;
  }
}
