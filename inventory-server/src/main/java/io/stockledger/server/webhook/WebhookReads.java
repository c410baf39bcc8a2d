package io.stockledger.server.webhook;

import io.stockledger.api.Page;
import io.stockledger.api.webhook.WebhookDeliveriesView;
import io.stockledger.api.webhook.WebhookView;
import io.stockledger.api.webhook.WebhooksView;
import io.stockledger.outgoing.webhook.DeliveryDesk;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks without their secrets, and what of them is not delivered. */
@RestController
@RequestMapping(path = "/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
class WebhookReads {
  private final WebhookBook book;
  private final Reads reads;

  WebhookReads(WebhookBook book, Reads reads) {
    this.book = book;
    this.reads = reads;
  }

  /** Which of the deliveries. */
  record DeliveryParameters(
      @Nullable
          @Pattern(
              regexp = "^(waiting|retrying|parked)$",
              message = "must be waiting, retrying or parked")
          String state,
      @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
      @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {}

  @GetMapping
  @Requires(Scope.WEBHOOK_READ)
  ResponseEntity<WebhooksView> list(Read read) {
    reads.awaitPosition(read, ReadModels.LEDGER);
    return Reads.tagged(book.list(), read);
  }

  @GetMapping("/{id}")
  @Requires(Scope.WEBHOOK_READ)
  ResponseEntity<WebhookView> one(@PathVariable String id, Read read) {
    reads.awaitPosition(read, ReadModels.LEDGER);
    return Reads.tagged(book.one(id).orElseThrow(() -> WebhookProblems.unknown(id)), read);
  }

  @GetMapping("/{id}/deliveries")
  @Requires(Scope.WEBHOOK_READ)
  ResponseEntity<WebhookDeliveriesView> deliveries(
      @PathVariable String id, @ParameterObject DeliveryParameters parameters, Read read) {
    reads.awaitPosition(read, ReadModels.LEDGER);
    String cursor = parameters.cursor();
    if (cursor != null && !DeliveryDesk.isDeliveryId(cursor)) {
      throw Faults.one("cursor", "is not one that this list gave out", cursor);
    }
    if (book.endpoint(id).isEmpty()) {
      throw WebhookProblems.unknown(id);
    }
    return Reads.tagged(
        book.deliveries(id, parameters.state(), Pages.of(parameters.limit(), parameters.cursor())),
        read);
  }
}
