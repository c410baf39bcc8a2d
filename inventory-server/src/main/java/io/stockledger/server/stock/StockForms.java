package io.stockledger.server.stock;

import io.stockledger.server.security.Scope;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnItem;
import java.util.List;

/** Every write on one stock item, as an element of a bulk request. */
public final class StockForms {
  private StockForms() {}

  public static List<CommandForm> all() {
    return List.of(
        new OnItem("receive", ReceiveRequest.class, Scope.RECEIVE),
        new OnItem("pick", PickRequest.class, Scope.PICK),
        new OnItem("adjust", AdjustRequest.class, Scope.ADJUST),
        new OnItem("count", CountRequest.class, Scope.COUNT),
        new OnItem("sync", SyncRequest.class, Scope.SYNC),
        new OnItem("low-stock", LowStockRequest.class, Scope.THRESHOLD),
        new OnItem("return", ReturnRequest.class, Scope.RETURN),
        new OnItem("condition", ConditionRequest.class, Scope.CONDITION),
        new OnItem("set-aside", SetAsideRequest.class, Scope.SET_ASIDE),
        new OnItem("put-back", PutBackRequest.class, Scope.PUT_BACK),
        new OnItem("reverse", ReverseRequest.class, Scope.REVERSE),
        new OnItem("reserve", ReserveRequest.class, Scope.RESERVE),
        new OnItem("release", ReleaseRequest.class, Scope.RELEASE));
  }
}
