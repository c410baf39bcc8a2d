package io.stockledger.server.wiring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stockledger.outgoing.webhook.DeliveryDesk;
import io.stockledger.outgoing.webhook.DeliveryWatch;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How webhooks do, as metrics whose names begin with {@code stockledger.webhooks}. Attempts and
 * losses are this node's; the backlog is that of all nodes. Which webhook it is tells {@code GET
 * /v1/webhooks}.
 */
final class WebhookMeters implements DeliveryWatch {
  private static final String PREFIX = "stockledger.webhooks.";

  private final Map<Outcome, Timer> attempts = new EnumMap<>(Outcome.class);
  private final Counter losses;

  WebhookMeters(MeterRegistry registry, DeliveryDesk desk, RegisteredWebhooks webhooks) {
    for (Outcome outcome : Outcome.values()) {
      attempts.put(
          outcome,
          Timer.builder(PREFIX + "attempts")
              .description("attempts to deliver, by what came of them")
              .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    losses =
        Counter.builder(PREFIX + "losses")
            .description("how often changes were forgotten before a webhook was told them")
            .register(registry);
    Gauge.builder(PREFIX + "pending", desk, DeliveryDesk::pending)
        .description("messages that wait behind another one or are retried")
        .register(registry);
    Gauge.builder(PREFIX + "parked", desk, DeliveryDesk::parked)
        .description("messages that were not taken for three days")
        .register(registry);
    Gauge.builder(PREFIX + "oldest.age", webhooks, RegisteredWebhooks::oldestSeconds)
        .description("age of the oldest that a webhook which is not paused did not take yet")
        .baseUnit("seconds")
        .register(registry);
  }

  @Override
  public void attempted(Outcome outcome, Duration took) {
    Timer timer = attempts.get(outcome);
    if (timer != null) {
      timer.record(took);
    }
  }

  @Override
  public void lost() {
    losses.increment();
  }
}
