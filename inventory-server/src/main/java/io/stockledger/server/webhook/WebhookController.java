package io.stockledger.server.webhook;

import io.stockledger.api.webhook.WebhookCommand.ChangeWebhook;
import io.stockledger.api.webhook.WebhookCommand.PauseWebhook;
import io.stockledger.api.webhook.WebhookCommand.RegisterWebhook;
import io.stockledger.api.webhook.WebhookCommand.RemoveWebhook;
import io.stockledger.api.webhook.WebhookCommand.ReplayWebhook;
import io.stockledger.api.webhook.WebhookCommand.ResumeWebhook;
import io.stockledger.api.webhook.WebhookCommand.RotateWebhookSecret;
import io.stockledger.api.webhook.WebhookView.Standing;
import io.stockledger.ledger.Answer;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.webhook.Secrets;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.ToldOnce;
import io.stockledger.server.write.WebhookAnswer;
import io.stockledger.server.write.WriteGateway;
import java.time.Duration;
import java.util.UUID;
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

/**
 * Webhooks come and go. A secret is told once, in the very first answer; what is remembered for a
 * repeat is that answer without it.
 */
@RestController
@AnswersWith(value = WebhookAnswer.class, takesVersion = true)
@RequestMapping(
    path = "/v1/webhooks",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class WebhookController {
  private final WriteGateway writes;
  private final WebhookBook book;
  private final WebhookTermsCheck terms;
  private final Secrets secrets;
  private final LedgerFeed feed;
  private final ToldOnce once;

  WebhookController(
      WriteGateway writes,
      WebhookBook book,
      WebhookTermsCheck terms,
      Secrets secrets,
      LedgerFeed feed,
      ToldOnce once) {
    this.writes = writes;
    this.book = book;
    this.terms = terms;
    this.secrets = secrets;
    this.feed = feed;
    this.once = once;
  }

  @PostMapping
  @Requires(Scope.WEBHOOK_WRITE)
  @AnswersWith(value = WebhookAnswer.class, creates = true)
  ResponseEntity<byte[]> register(@RequestBody RegisterWebhookRequest body, Write write) {
    write.refusePrecondition();
    terms.require(body, write);
    String webhookId = "wh-" + UUID.randomUUID();
    Long position = body.afterPosition();
    Long change = body.afterChange();
    return withSecret(
        writes.answer(
            new RegisterWebhook(
                webhookId,
                body.terms(),
                position == null ? feed.headPosition() : position,
                change == null ? book.lastChange() : change),
            write),
        write);
  }

  @PutMapping("/{id}")
  @Requires(Scope.WEBHOOK_WRITE)
  ResponseEntity<byte[]> change(
      @PathVariable String id, @RequestBody ChangeWebhookRequest body, Write write) {
    terms.require(body, write);
    return writes.send(new ChangeWebhook(id, body.terms(), write.ifVersion()), write);
  }

  @PostMapping("/{id}/pause")
  @Requires(Scope.WEBHOOK_WRITE)
  ResponseEntity<byte[]> pause(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable PauseWebhookRequest body,
      Write write) {
    String reason = body == null ? null : body.reason();
    return writes.send(new PauseWebhook(id, reason, write.ifVersion()), write);
  }

  @PostMapping("/{id}/resume")
  @Requires(Scope.WEBHOOK_WRITE)
  ResponseEntity<byte[]> resume(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable NoWordsRequest body,
      Write write) {
    return writes.send(new ResumeWebhook(id, write.ifVersion()), write);
  }

  @DeleteMapping(path = "/{id}", consumes = MediaType.ALL_VALUE)
  @Requires(Scope.WEBHOOK_WRITE)
  ResponseEntity<byte[]> remove(@PathVariable String id, Write write) {
    return writes.send(new RemoveWebhook(id, write.ifVersion()), write);
  }

  @PostMapping("/{id}/rotate")
  @Requires(Scope.WEBHOOK_WRITE)
  ResponseEntity<byte[]> rotate(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable RotateSecretRequest body,
      Write write) {
    Duration overlap =
        body == null || body.overlap() == null ? RotateSecretRequest.DEFAULT : body.overlap();
    return withSecret(
        writes.answer(new RotateWebhookSecret(id, overlap, write.ifVersion()), write), write);
  }

  /** Of the source that is not named it goes on where it is, as far as that is known. */
  @PostMapping("/{id}/replay")
  @Requires(Scope.WEBHOOK_WRITE)
  ResponseEntity<byte[]> replay(
      @PathVariable String id, @RequestBody ReplayRequest body, Write write) {
    Standing now = book.one(id).map(one -> one.webhook().standing()).orElse(null);
    long position = now == null ? 0 : now.position();
    long change = now == null ? 0 : now.change();
    return writes.send(
        new ReplayWebhook(
            id,
            body.afterPosition() == null ? position : body.afterPosition(),
            body.afterChange() == null ? change : body.afterChange(),
            write.ifVersion()),
        write);
  }

  private ResponseEntity<byte[]> withSecret(Answer answer, Write write) {
    return once.with(
        answer,
        write,
        told -> {
          String webhookId = told.path("webhookId").asString();
          told.put("secret", secrets.text(webhookId, told.path("secretNumber").asInt()));
        });
  }
}
