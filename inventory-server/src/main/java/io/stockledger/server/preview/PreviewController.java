package io.stockledger.server.preview;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.preview.PreviewAsked;
import io.stockledger.outgoing.preview.Previews;
import io.stockledger.outgoing.preview.StoredChannels.Stored;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has drafts of rules played. It is no command of the ledger: no rule and no stock changes, and
 * what is found stands beside the read models.
 */
@RestController
@RequestMapping(
    path = "/v1/channels/{channel}/previews",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PreviewController {
  private static final int DONE = 200;
  private static final int ACCEPTED = 202;

  private final Previews previews;
  private final KnownChannels channels;
  private final LedgerFeed feed;
  private final JsonMapper json;

  PreviewController(Previews previews, KnownChannels channels, LedgerFeed feed, JsonMapper json) {
    this.previews = previews;
    this.channels = channels;
    this.feed = feed;
    this.json = json;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.CHANNEL_PREVIEW)
  @AnswersWith(value = PreviewAnswer.class, accepts = true)
  ResponseEntity<byte[]> preview(
      @PathVariable String channel, @RequestBody PreviewRequest body, Write write) {
    write.refusePrecondition();
    Stored stored = channels.require(channel, write.at());
    if (body.removes() && !stored.rules().contains(body.rule())) {
      throw new ProblemException(
          Problem.of(ProblemType.UNKNOWN_RULE, "There is no such rule.")
              .with("channel", channel)
              .with("rule", body.rule()));
    }
    PreviewAsked asked = body.asked(channel, write.at());
    String key = write.key();
    if (write.dryRun() || key == null) {
      previews.underWay().ifPresent(PreviewController::refuse);
      return answer(answer(asked, null), null, write, false);
    }
    return switch (previews.ask(asked, write.caller().keyOwner(), key, write.requestHash())) {
      case Previews.Taken taken ->
          answer(
              answer(asked, taken.id()),
              "/v1/channels/" + channel + "/previews/" + taken.id(),
              write,
              taken.repeated());
      case Previews.UnderWay other -> throw refusal(other.id());
      case Previews.KeyReused ignored ->
          throw new ProblemException(
              Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "Another request was made under this key; a new request needs a new key."));
    };
  }

  @DeleteMapping("/{id}")
  @Requires(Scope.CHANNEL_PREVIEW)
  @AnswersWith(CancelAnswer.class)
  ResponseEntity<byte[]> cancel(
      @PathVariable String channel, @PathVariable String id, Write write) {
    write.refusePrecondition();
    PreviewReads.find(previews, channel, id);
    if (!write.dryRun()) {
      previews.cancel(id);
    }
    String state = PreviewReads.find(previews, channel, id).state();
    CancelAnswer body = new CancelAnswer(id, state, write.dryRun() ? true : null);
    return WriteGateway.response(
        new Answer(DONE, json.writeValueAsBytes(body), null, feed.headPosition(), true, false),
        write.dryRun());
  }

  private static PreviewAnswer answer(PreviewAsked asked, @Nullable String id) {
    return new PreviewAnswer(
        id,
        asked.channel(),
        asked.rule(),
        asked.firstDay(),
        asked.lastDay(),
        id == null ? true : null);
  }

  private ResponseEntity<byte[]> answer(
      PreviewAnswer body, @Nullable String location, Write write, boolean repeated) {
    return WriteGateway.response(
        new Answer(
            ACCEPTED, json.writeValueAsBytes(body), location, feed.headPosition(), true, repeated),
        write.dryRun());
  }

  private static void refuse(String other) {
    throw refusal(other);
  }

  private static ProblemException refusal(String other) {
    return new ProblemException(
        Problem.of(
                ProblemType.PREVIEW_RUNNING,
                "This node plays one preview at a time; ask again when it is done, or cancel it.")
            .with("preview", other)
            .retryAfter(5));
  }
}
