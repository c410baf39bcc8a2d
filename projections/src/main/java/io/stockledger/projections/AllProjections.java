package io.stockledger.projections;

import io.stockledger.projections.audit.HistoryProjection;
import io.stockledger.projections.channel.SellableProjection;
import io.stockledger.projections.counting.CountNeedProjection;
import io.stockledger.projections.credential.CredentialProjection;
import io.stockledger.projections.device.DeviceProjection;
import io.stockledger.projections.discrepancy.DiscrepancyProjection;
import io.stockledger.projections.registry.RegistryProjection;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.stock.AvailableProjection;
import io.stockledger.projections.stock.OnHandProjection;
import java.util.List;

/** Every projection there is; a rebuild makes them all. */
public final class AllProjections {
  private AllProjections() {}

  public static List<Projection> list() {
    return List.of(
        new CredentialProjection(),
        new RegistryProjection(),
        new OnHandProjection(),
        new AvailableProjection(),
        new SellableProjection(),
        new CountNeedProjection(),
        new HistoryProjection(),
        new DiscrepancyProjection(),
        new DeviceProjection());
  }
}
