package io.stockledger.server.projection;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the read model made anew. It is no command of the ledger: nothing happens to any stock, and
 * what is remembered of it stands beside the read models.
 */
@RestController
class RebuildController {
  private static final int ACCEPTED = 202;

  private final Rebuilds rebuilds;
  private final LedgerFeed feed;
  private final JsonMapper json;

  RebuildController(Rebuilds rebuilds, LedgerFeed feed, JsonMapper json) {
    this.rebuilds = rebuilds;
    this.feed = feed;
    this.json = json;
  }

  @PostMapping(
      path = "/v1/projections/rebuilds",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.PROJECTION_REBUILD)
  @AnswersWith(value = RebuildAnswer.class, accepts = true)
  ResponseEntity<byte[]> rebuild(
      @RequestBody(required = false) @Nullable RebuildRequest body, Write write) {
    write.refusePrecondition();
    boolean compare = body != null && Boolean.TRUE.equals(body.compare());
    String key = write.key();
    if (write.dryRun() || key == null) {
      rebuilds.underWay().ifPresent(RebuildController::refuse);
      return answer(new RebuildAnswer(null, compare, null, true), null, write, false);
    }
    return switch (rebuilds.ask(compare, write.caller().keyOwner(), key, write.requestHash())) {
      case Rebuilds.Taken taken ->
          answer(
              new RebuildAnswer(taken.generation(), taken.compare(), taken.askedAt(), null),
              "/v1/projections/rebuilds/" + taken.generation(),
              write,
              taken.repeated());
      case Rebuilds.UnderWay other -> throw refusal(other);
      case Rebuilds.KeyReused reused ->
          throw new ProblemException(
              Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "Another request was made under this key; a new request needs a new key."));
    };
  }

  private ResponseEntity<byte[]> answer(
      RebuildAnswer body, @Nullable String location, Write write, boolean repeated) {
    return WriteGateway.response(
        new Answer(
            ACCEPTED, json.writeValueAsBytes(body), location, feed.headPosition(), true, repeated),
        write.dryRun());
  }

  private static void refuse(Rebuilds.UnderWay other) {
    throw refusal(other);
  }

  private static ProblemException refusal(Rebuilds.UnderWay other) {
    return new ProblemException(
        Problem.of(
                ProblemType.REBUILD_RUNNING,
                "Generation " + other.generation() + " is being made; ask again when it is done.")
            .with("generation", other.generation())
            .with("state", other.state()));
  }
}
