package io.stockledger.server.transfer;

import io.stockledger.server.security.Scope;
import io.stockledger.server.write.CommandForm;
import io.stockledger.server.write.CommandForm.OnSeveral;
import io.stockledger.server.write.CommandForm.OnTransfer;
import java.util.List;

/** Every write on transfers, as an element of a bulk request. */
public final class TransferForms {
  private TransferForms() {}

  public static List<CommandForm> all() {
    return List.of(
        new OnSeveral("transfer", CreateTransferRequest.class, Scope.TRANSFER_REQUEST),
        new OnTransfer("transfer-dispatch", DispatchTransferRequest.class, Scope.TRANSFER_DISPATCH),
        new OnTransfer("transfer-receive", ReceiveTransferRequest.class, Scope.TRANSFER_RECEIVE),
        new OnTransfer("transfer-cancel", CancelTransferRequest.class, Scope.TRANSFER_REQUEST),
        new OnTransfer("transfer-close", CloseTransferRequest.class, Scope.TRANSFER_CLOSE));
  }
}
