package io.stockledger.server.discrepancy;

import io.stockledger.server.security.Scope;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnDiscrepancy;
import io.stockledger.server.write.CommandForm.OnItem;
import java.util.List;

/** Every write on discrepancies, as an element of a bulk request. */
public final class DiscrepancyForms {
  private DiscrepancyForms() {}

  public static List<CommandForm> all() {
    return List.of(
        new OnItem("flag", FlagRequest.class, Scope.DISCREPANCY_FLAG),
        new OnDiscrepancy("resolve", ResolveRequest.class, Scope.DISCREPANCY_RESOLVE));
  }
}
