package io.stockledger.server.inbound;

import io.stockledger.server.security.Scope;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnInbound;
import io.stockledger.server.write.CommandForm.OnSeveral;
import java.util.List;

/** Every write on expected supply, as an element of a bulk request. */
public final class InboundForms {
  private InboundForms() {}

  public static List<CommandForm> all() {
    return List.of(
        new OnSeveral("inbound", ExpectSupplyRequest.class, Scope.INBOUND_WRITE),
        new OnInbound("inbound-revise", ReviseSupplyRequest.class, Scope.INBOUND_WRITE),
        new OnInbound("inbound-receive", ReceiveSupplyRequest.class, Scope.INBOUND_RECEIVE),
        new OnInbound("inbound-cancel", CancelSupplyRequest.class, Scope.INBOUND_WRITE));
  }
}
