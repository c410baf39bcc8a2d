package io.stockledger.command.location;

import io.stockledger.api.location.LocationCommand.JudgeSource;
import io.stockledger.command.automation.WhenDueThenAct;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes it official within a second or two that a source went stale or came back. Every node does
 * it; the location decides, and does so once. A fault, such as a store that is away, is logged and
 * tried again.
 */
public final class WhenSourceSilentThenMarkStale extends WhenDueThenAct {
  static final Duration PERIOD = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(WhenSourceSilentThenMarkStale.class);

  private final SourceSigns signs;
  private final CommandGateway gateway;
  private final InstantSource clock;

  public WhenSourceSilentThenMarkStale(
      SourceSigns signs, CommandGateway gateway, InstantSource clock) {
    super("silent-sources", PERIOD);
    this.signs = signs;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  protected void round() {
    try {
      signs.due(clock.instant()).forEach(this::judge);
    } catch (RuntimeException fault) {
      log.warn("cannot look for sources that are silent, will try again", fault);
    }
  }

  private void judge(SourceSigns.Due due) {
    try {
      gateway.sendAndWait(
          new JudgeSource(due.location(), due.source(), due.lastHeardAt()), 10, TimeUnit.SECONDS);
    } catch (RuntimeException fault) {
      log.warn("cannot judge {} of {}, will try again", due.source(), due.location(), fault);
    }
  }
}
