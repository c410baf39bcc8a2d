package io.stockledger.server.lowstock;

import io.stockledger.api.lowstock.LowStockRuleQuery.FindLowStockRule;
import io.stockledger.api.lowstock.LowStockRuleQuery.ListLowStockRules;
import io.stockledger.api.lowstock.LowStockRuleView;
import io.stockledger.api.lowstock.LowStockRulesView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.PageParameters;
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

/** Rules on low stock, and how far they are carried out. */
@RestController
@RequestMapping(path = "/v1/low-stock-rules", produces = MediaType.APPLICATION_JSON_VALUE)
class LowStockRuleReads {
  private final Reads reads;

  LowStockRuleReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping
  @Requires(Scope.STOCK_READ)
  ResponseEntity<LowStockRulesView> list(@ParameterObject PageParameters parameters, Read read) {
    return reads.answer(new ListLowStockRules(parameters.page()), read, ReadModels.AVAILABLE);
  }

  @GetMapping("/{rule}")
  @Requires(Scope.STOCK_READ)
  ResponseEntity<LowStockRuleView> one(@PathVariable String rule, Read read) {
    return reads.answer(new FindLowStockRule(rule), read, ReadModels.AVAILABLE);
  }
}
