package io.stockledger.server.audit;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.api.audit.HistoryQuery.FindAsOccurred;
import io.stockledger.api.audit.HistoryQuery.FindAsRecorded;
import io.stockledger.api.audit.HistoryQuery.FindAtVersion;
import io.stockledger.api.audit.HistoryQuery.ListAsOccurred;
import io.stockledger.api.audit.HistoryQuery.ListAsRecorded;
import io.stockledger.api.stock.ItemId;
import io.stockledger.server.http.Read;
import io.stockledger.server.http.RefusesWith;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import java.util.Objects;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of the past, by the clock on which they were recorded or on which they happened. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class AsOfReads {
  private final Reads reads;

  AsOfReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/stock/{location}/{sku}/as-of")
  @RefusesWith(409)
  @Requires(Scope.STOCK_READ)
  ResponseEntity<? extends Answer.View> item(
      @PathVariable String location,
      @PathVariable String sku,
      @ParameterObject MomentParameters parameters,
      Read read) {
    return reads.answer(query(new ItemId(location, sku), parameters), read, ReadModels.HISTORY);
  }

  private static Query<? extends Answer.View> query(ItemId item, MomentParameters parameters) {
    if (parameters.version() != null) {
      return new FindAtVersion(item, parameters.version());
    }
    var at = Objects.requireNonNull(parameters.at(), "at");
    return MomentParameters.occurred(parameters.clock())
        ? new FindAsOccurred(item, at)
        : new FindAsRecorded(item, at);
  }

  @GetMapping("/locations/{id}/as-of")
  @RefusesWith(409)
  @Requires(Scope.STOCK_READ)
  ResponseEntity<? extends Answer.View> location(
      @PathVariable String id, @ParameterObject PlaceMomentParameters parameters, Read read) {
    Query<? extends Answer.View> query =
        MomentParameters.occurred(parameters.clock())
            ? new ListAsOccurred(id, parameters.at(), parameters.page())
            : new ListAsRecorded(id, parameters.at(), parameters.page());
    return reads.answer(query, read, ReadModels.HISTORY);
  }
}
