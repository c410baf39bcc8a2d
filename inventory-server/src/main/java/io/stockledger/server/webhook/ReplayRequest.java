package io.stockledger.server.webhook;

import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Tell again what came after a place; where only one place is named, the other source goes on where
 * it is.
 *
 * @param afterPosition entries beyond it are told again
 * @param afterChange changes beyond it are told again
 */
record ReplayRequest(
    @Nullable @Min(0) @Max(RegisterWebhookRequest.POSITIONS) Long afterPosition,
    @Nullable @Min(0) @Max(RegisterWebhookRequest.POSITIONS) Long afterChange)
    implements Checked {
  @Override
  public void check(Faults faults, String path) {
    if (afterPosition == null && afterChange == null && faults.none()) {
      faults.add("afterPosition", "is needed, or afterChange", null);
    }
  }
}
