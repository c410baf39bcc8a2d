package io.stockledger.command.channel;

import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchCommand.ReturnSwitch;
import io.stockledger.command.automation.WhenDueThenAct;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures for every trigger, about once a second, and pulls its switch at the threshold. Every
 * node does it; the board decides, and a trigger has one switch pulled at most. What cannot be
 * measured now is tried again.
 */
public final class WhenMeasureExceedsThenPullSwitch extends WhenDueThenAct {
  static final Duration PERIOD = Duration.ofSeconds(1);

  private static final Logger log = LoggerFactory.getLogger(WhenMeasureExceedsThenPullSwitch.class);

  private final SwitchBoards boards;
  private final Measures measures;
  private final CommandGateway gateway;
  private final InstantSource clock;
  private final TriggerWatch watch = new TriggerWatch();

  public WhenMeasureExceedsThenPullSwitch(
      SwitchBoards boards, Measures measures, CommandGateway gateway, InstantSource clock) {
    super("switch-triggers", PERIOD);
    this.boards = boards;
    this.measures = measures;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  protected void round() {
    try {
      SwitchBoard board = boards.current();
      if (board != null) {
        watch.keepOnly(board.triggers().keySet());
        board.triggers().forEach((id, trigger) -> judge(id, trigger, board));
      }
    } catch (RuntimeException fault) {
      log.warn("cannot look at the triggers of switches, will try again", fault);
    }
  }

  private void judge(String id, Trigger trigger, SwitchBoard board) {
    try {
      Long measured = measures.of(trigger.condition(), trigger.scope());
      Instant now = clock.instant();
      switch (watch.next(id, trigger, board, measured, now)) {
        case PULL -> pull(id, trigger, measured);
        case GIVE_BACK -> giveBack(id, trigger, board);
        case NOTHING -> {}
      }
    } catch (RuntimeException fault) {
      log.warn("cannot measure for trigger {}, will try again", id, fault);
    }
  }

  private void pull(String id, Trigger trigger, @Nullable Long measured) {
    String why =
        "%s at %d, the threshold of trigger %s is %d"
            .formatted(word(trigger), measured, id, trigger.threshold());
    send(
        new PullSwitch(
            UUID.randomUUID().toString(), trigger.scope(), trigger.level(), why, id, measured));
  }

  private void giveBack(String id, Trigger trigger, SwitchBoard board) {
    String switchId = board.pulledBy(id);
    if (switchId != null) {
      String why =
          "%s was below %d for %d minutes"
              .formatted(word(trigger), trigger.threshold(), TriggerWatch.CALM.toMinutes());
      send(new ReturnSwitch(switchId, why, id));
    }
  }

  private void send(Object command) {
    gateway.sendAndWait(command, 10, TimeUnit.SECONDS);
  }

  /** In words, for whoever reads why. */
  private static String word(Trigger trigger) {
    return switch (trigger.condition()) {
      case STALE_LOCATIONS_PER_CENT -> "per cent of locations that are stale";
      case REFUSALS_PER_MINUTE -> "refusals in a minute";
      case CRITICAL_DISCREPANCIES -> "open critical discrepancies";
      case CONSUMER_LAG_SECONDS -> "seconds that a consumer is behind";
    };
  }
}
