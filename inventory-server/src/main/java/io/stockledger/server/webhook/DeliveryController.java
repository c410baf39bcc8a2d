package io.stockledger.server.webhook;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.webhook.DeliveryDesk;
import io.stockledger.outgoing.webhook.DeliveryDesk.Pinged;
import io.stockledger.outgoing.webhook.Endpoint;
import io.stockledger.server.http.Write;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import io.stockledger.server.write.AnswersWith;
import io.stockledger.server.write.WriteGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has something sent now. These are no commands of the ledger: nothing happens to any stock. Both
 * may be asked again under their key; a repeated ping is sent under the same {@code webhook-id}.
 */
@RestController
@RequestMapping(
    path = "/v1/webhooks/{id}",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class DeliveryController {
  private static final int OK = 200;
  private static final int NAME_LENGTH = 16;

  private final WebhookBook book;
  private final DeliveryDesk desk;
  private final LedgerFeed feed;
  private final JsonMapper json;

  DeliveryController(WebhookBook book, DeliveryDesk desk, LedgerFeed feed, JsonMapper json) {
    this.book = book;
    this.desk = desk;
    this.feed = feed;
    this.json = json;
  }

  @PostMapping("/test")
  @Requires(Scope.WEBHOOK_WRITE)
  @AnswersWith(PingAnswer.class)
  ResponseEntity<byte[]> test(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable NoWordsRequest body,
      Write write)
      throws InterruptedException {
    write.refusePrecondition();
    Endpoint endpoint = book.endpoint(id).orElseThrow(() -> WebhookProblems.unknown(id));
    if (write.dryRun()) {
      return answer(new PingAnswer(id, "", null, null, null, true), write);
    }
    // which ping it is depends on the key alone, so that its repeat is known as one
    String name = Integer.toHexString(String.valueOf(write.key()).hashCode());
    String request = write.requestHash();
    Pinged pinged =
        desk.ping(
            endpoint, name + "-" + request.substring(0, Math.min(NAME_LENGTH, request.length())));
    return answer(
        new PingAnswer(
            id,
            pinged.messageId(),
            pinged.failure() == null,
            pinged.status(),
            pinged.failure(),
            null),
        write);
  }

  @PostMapping("/deliveries/{delivery}/retry")
  @Requires(Scope.WEBHOOK_WRITE)
  @AnswersWith(RetryAnswer.class)
  ResponseEntity<byte[]> retry(
      @PathVariable String id,
      @PathVariable String delivery,
      @RequestBody(required = false) @Nullable NoWordsRequest body,
      Write write) {
    write.refusePrecondition();
    if (book.endpoint(id).isEmpty()) {
      throw WebhookProblems.unknown(id);
    }
    boolean known = write.dryRun() ? desk.has(id, delivery) : desk.retry(id, delivery);
    if (!known) {
      throw WebhookProblems.unknownDelivery(id, delivery);
    }
    return answer(new RetryAnswer(id, delivery, write.dryRun() ? true : null), write);
  }

  private ResponseEntity<byte[]> answer(Object body, Write write) {
    return WriteGateway.response(
        new Answer(OK, json.writeValueAsBytes(body), null, feed.headPosition(), true, false),
        write.dryRun());
  }
}
