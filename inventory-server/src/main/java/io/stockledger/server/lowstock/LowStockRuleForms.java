package io.stockledger.server.lowstock;

import io.stockledger.server.security.Scope;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnRegistry;
import java.util.List;

/** Every write on rules of low stock, as an element of a bulk request. */
public final class LowStockRuleForms {
  private LowStockRuleForms() {}

  public static List<CommandForm> all() {
    return List.of(
        new OnRegistry<>(
            "low-stock-rule",
            "rule",
            null,
            LowStockRuleRequest.class,
            LowStockRuleRequest::command,
            Scope.THRESHOLD));
  }
}
