package io.stockledger.command.lowstock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.lowstock.DueThresholdsView.DueThreshold;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.command.automation.WhenDueThenAct;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries rules on low stock out, some items a round: also on items that came into being after the
 * rule, and back where a rule says nothing any more. What it finds may be a little old; the item
 * decides, keeps a threshold of its own, and records nothing where it has the rule's already. A
 * fault, such as a store that is away, is logged and tried again.
 */
public final class WhenRuleDiffersThenSetThreshold extends WhenDueThenAct {
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** After a round that found nothing. */
  static final Duration REST = Duration.ofSeconds(5);

  static final int AT_ONCE = 200;

  private static final Logger log = LoggerFactory.getLogger(WhenRuleDiffersThenSetThreshold.class);

  private final DueThresholds dueThresholds;
  private final CommandGateway gateway;
  private final InstantSource clock;
  private Instant restsUntil = Instant.EPOCH;

  public WhenRuleDiffersThenSetThreshold(
      DueThresholds dueThresholds, CommandGateway gateway, InstantSource clock) {
    super("low-stock-rules", PERIOD);
    this.dueThresholds = dueThresholds;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  protected void round() {
    Instant now = clock.instant();
    if (now.isBefore(restsUntil)) {
      return;
    }
    try {
      List<DueThreshold> due = dueThresholds.due(AT_ONCE);
      due.forEach(this::set);
      restsUntil = due.isEmpty() ? now.plus(REST) : now;
    } catch (RuntimeException fault) {
      restsUntil = now.plus(REST);
      log.warn("cannot look for items that rules on low stock are about, will try again", fault);
    }
  }

  private void set(DueThreshold due) {
    try {
      gateway.sendAndWait(
          new SetThreshold(due.item(), due.low(), due.restored(), due.rule(), Circumstances.NONE),
          10,
          TimeUnit.SECONDS);
    } catch (RuntimeException fault) {
      log.warn("cannot set the threshold of {}, will try again", due.item(), fault);
    }
  }
}
