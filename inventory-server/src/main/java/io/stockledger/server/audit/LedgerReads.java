package io.stockledger.server.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.Page;
import io.stockledger.api.audit.LedgerView;
import io.stockledger.api.audit.ReadLedger;
import io.stockledger.api.stock.Figures;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole ledger in order of position; waits for more where the caller wants that. */
@RestController
class LedgerReads {
  private final Reads reads;
  private final LedgerFeed feed;

  LedgerReads(Reads reads, LedgerFeed feed) {
    this.reads = reads;
    this.feed = feed;
  }

  /** From where on, how many, and how many seconds to wait for the first. */
  record FeedParameters(
      @Nullable @Min(0) @Max(Figures.MAX) Long after,
      @JsonProperty("wait") @Nullable @Min(0) @Max(30) Long waitSeconds,
      @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit) {}

  @GetMapping(path = "/v1/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Scope.LEDGER_READ)
  ResponseEntity<LedgerView> entries(@ParameterObject FeedParameters parameters, Read read) {
    long after = parameters.after() == null ? 0 : parameters.after();
    if (parameters.waitSeconds() != null) {
      await(after, Duration.ofSeconds(parameters.waitSeconds()));
    }
    int limit = parameters.limit() == null ? Page.DEFAULT_LIMIT : parameters.limit().intValue();
    return reads.answer(new ReadLedger(after, limit), read, ReadModels.LEDGER);
  }

  private void await(long after, Duration patience) {
    try {
      feed.awaitBeyond(after, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(
          Problem.of(ProblemType.OVERLOADED, "This node is shutting down.").retryAfter(1));
    }
  }
}
