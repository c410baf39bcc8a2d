package io.stockledger.server.stock;

import io.stockledger.api.stock.CountWorklistView;
import io.stockledger.api.stock.LowStockView;
import io.stockledger.api.stock.ReconciliationView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What wants somebody's attention: feeds that are off, stock that is low, shelves to count. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CareReads {
  private final Reads reads;

  CareReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/reconciliation")
  @Requires(Scope.STOCK_READ)
  ResponseEntity<ReconciliationView> reconciliation(
      @ParameterObject ReconciliationParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/low-stock")
  @Requires(Scope.STOCK_READ)
  ResponseEntity<LowStockView> lowStock(@ParameterObject LowStockParameters parameters, Read read) {
    return reads.answer(parameters.query(), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/count-worklist")
  @Requires(Scope.STOCK_READ)
  ResponseEntity<CountWorklistView> countWorklist(
      @ParameterObject WorklistParameters parameters, Read read) {
    return reads.answer(
        parameters.query(), read, ReadModels.COUNT_NEED, ReadModels.ON_HAND, ReadModels.REGISTRY);
  }
}
