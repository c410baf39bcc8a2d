package io.stockledger.server.wiring;

import java.util.function.BooleanSupplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether this node decides; part of liveness as {@code decider}. One that does not, as after it
 * ran out of memory, must start anew.
 */
final class DeciderHealthIndicator extends AbstractHealthIndicator {
  private final BooleanSupplier decides;

  DeciderHealthIndicator(BooleanSupplier decides) {
    this.decides = decides;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    if (decides.getAsBoolean()) {
      builder.up();
    } else {
      builder.down();
    }
  }
}
