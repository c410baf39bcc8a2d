package io.stockledger.server.location;

import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Sources say that they are alive. That is no command: it has no receipt, and a repeat is another
 * sign of life.
 */
@RestController
class HeartbeatController {
  /** A reader need not wait for a sign of life. */
  private static final String NO_ENTRY = "0";

  private final Heartbeats heartbeats;

  HeartbeatController(Heartbeats heartbeats) {
    this.heartbeats = heartbeats;
  }

  @PostMapping(
      path = "/v1/locations/{id}/heartbeat",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.HEARTBEAT)
  @AnswersWith(HeartbeatAnswer.class)
  ResponseEntity<HeartbeatAnswer> beat(
      @PathVariable String id, @RequestBody HeartbeatRequest body, Write write) {
    write.refusePrecondition();
    Instant at = write.at().truncatedTo(ChronoUnit.MILLIS);
    return switch (heartbeats.beat(id, body.source(), at, !write.dryRun())) {
      case HEARD -> {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("no-store");
        headers.set(Headers.LEDGER_POSITION, NO_ENTRY);
        Boolean dry = write.dryRun() ? Boolean.TRUE : null;
        yield ResponseEntity.ok()
            .headers(headers)
            .body(new HeartbeatAnswer(id, body.source(), at, dry));
      }
      case UNKNOWN_LOCATION ->
          throw new ProblemException(
              Problem.of(ProblemType.UNKNOWN_LOCATION, "Location " + id + " is not registered.")
                  .with("location", id));
      case UNKNOWN_SOURCE ->
          throw new ProblemException(
              Problem.of(
                      ProblemType.UNKNOWN_SOURCE,
                      "Location " + id + " names no source " + body.source() + ".")
                  .with("location", id)
                  .with("source", body.source()));
    };
  }
}
