package io.stockledger.server.shadow;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.shadow.ShadowFigure;
import io.stockledger.outgoing.shadow.ShadowTaken;
import io.stockledger.outgoing.shadow.Shadows;
import io.stockledger.server.http.Write;
import io.stockledger.server.preview.KnownChannels;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.WriteGateway;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what another system would offer. It is no command of the ledger: nothing happens to any
 * stock, and what differs stands beside the read models.
 */
@RestController
class ShadowController {
  private static final int DONE = 200;

  private final Shadows shadows;
  private final KnownChannels channels;
  private final LedgerFeed feed;
  private final JsonMapper json;

  ShadowController(Shadows shadows, KnownChannels channels, LedgerFeed feed, JsonMapper json) {
    this.shadows = shadows;
    this.channels = channels;
    this.feed = feed;
    this.json = json;
  }

  @PostMapping(
      path = "/v1/channels/{channel}/shadow-figures",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.SHADOW_WRITE)
  @AnswersWith(ShadowAnswer.class)
  ResponseEntity<byte[]> figures(
      @PathVariable String channel, @RequestBody ShadowRequest body, Write write) {
    write.refusePrecondition();
    if (!channels.require(channel, write.at()).shadow()) {
      throw new ProblemException(
          Problem.of(
                  ProblemType.NOT_A_SHADOW,
                  "Figures of others are held against a channel that only watches: put it with"
                      + " shadow true.")
              .with("channel", channel));
    }
    List<ShadowFigure> figures = body.figures(write.at());
    String key = write.key();
    if (write.dryRun() || key == null) {
      return answer(channel, shadows.look(channel, figures), write, false);
    }
    return switch (shadows.take(
        channel, figures, write.caller().keyOwner(), key, write.requestHash())) {
      case Shadows.Taken taken -> answer(channel, taken.taken(), write, taken.repeated());
      case Shadows.KeyReused ignored ->
          throw new ProblemException(
              Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "Another request was made under this key; a new request needs a new key."));
    };
  }

  private ResponseEntity<byte[]> answer(
      String channel, ShadowTaken taken, Write write, boolean repeated) {
    ShadowAnswer body = ShadowAnswer.of(channel, taken, write.dryRun());
    return WriteGateway.response(
        new Answer(DONE, json.writeValueAsBytes(body), null, feed.headPosition(), true, repeated),
        write.dryRun());
  }
}
