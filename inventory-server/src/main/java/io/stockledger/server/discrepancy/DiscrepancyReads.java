package io.stockledger.server.discrepancy;

import io.stockledger.api.stock.DiscrepanciesView;
import io.stockledger.api.stock.DiscrepancyQuery.FindDiscrepancy;
import io.stockledger.api.stock.DiscrepancyQuery.SumDiscrepancies;
import io.stockledger.api.stock.DiscrepancyReasons;
import io.stockledger.api.stock.DiscrepancySummaryView;
import io.stockledger.api.stock.DiscrepancyView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Disagreements of shelf and book as they are now. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class DiscrepancyReads {
  private final Reads reads;
  private final DiscrepancyReasons reasons;

  DiscrepancyReads(Reads reads, DiscrepancyReasons reasons) {
    this.reads = reads;
    this.reasons = reasons;
  }

  @GetMapping("/discrepancies")
  @Requires(Scope.DISCREPANCY_READ)
  ResponseEntity<DiscrepanciesView> list(
      @ParameterObject DiscrepancyParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.DISCREPANCIES);
  }

  @GetMapping("/discrepancies/summary")
  @Requires(Scope.DISCREPANCY_READ)
  ResponseEntity<DiscrepancySummaryView> summary(
      @ParameterObject SummaryParameters parameters, Read read) {
    return reads.answer(
        new SumDiscrepancies(parameters.location()), read, ReadModels.DISCREPANCIES);
  }

  @GetMapping("/discrepancies/{id}")
  @Requires(Scope.DISCREPANCY_READ)
  ResponseEntity<DiscrepancyView> one(@PathVariable String id, Read read) {
    return reads.answer(new FindDiscrepancy(id), read, ReadModels.DISCREPANCIES);
  }

  /** As they are set on this node; no entry of the ledger changes them. */
  @GetMapping("/discrepancy-reasons")
  @Requires(Scope.DISCREPANCY_READ)
  ResponseEntity<ReasonsAnswer> reasons(Read read) {
    return ResponseEntity.ok(new ReasonsAnswer(reasons.all()));
  }
}
