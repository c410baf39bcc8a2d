package io.stockledger.command.channel;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.channel.SwitchCommand;
import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchCommand.PutTrigger;
import io.stockledger.api.channel.SwitchCommand.RemoveTrigger;
import io.stockledger.api.channel.SwitchCommand.ReturnSwitch;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchOutcome;
import io.stockledger.api.channel.SwitchState;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.stock.Registry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of {@link SwitchBoard}. There is one. */
@Aggregate(
    type = "switch-board",
    repository = "switchBoardRepository",
    commandTargetResolver = "switchTargets")
public class SwitchBoardAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable SwitchBoard state;

  /** For repositories: a board on which nothing was ever pulled. */
  public SwitchBoardAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable SwitchBoard state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(SwitchBoard state) {
    this.state = state;
    this.stream = SwitchEvent.STREAM;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(PullSwitch command, InstantSource clock, Offering offering, Registry registry) {
    boolean created = state == null || !state.pulled().containsKey(command.switchId());
    return decide(
        command,
        command.switchId(),
        SwitchState.PULLED,
        null,
        created,
        new Around(clock, offering, registry));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ReturnSwitch command, InstantSource clock, Offering offering, Registry registry) {
    return decide(
        command,
        command.switchId(),
        SwitchState.RETURNED,
        null,
        false,
        new Around(clock, offering, registry));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(PutTrigger command, InstantSource clock, Offering offering, Registry registry) {
    boolean created = state == null || !state.triggers().containsKey(command.trigger());
    return decide(
        command, null, null, command.trigger(), created, new Around(clock, offering, registry));
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RemoveTrigger command, InstantSource clock, Offering offering, Registry registry) {
    return decide(
        command, null, null, command.trigger(), false, new Around(clock, offering, registry));
  }

  /** What the board looks at beside itself. */
  private record Around(InstantSource clock, Offering offering, Registry registry) {}

  private Outcome decide(
      SwitchCommand command,
      @Nullable String switchId,
      @Nullable SwitchState switchState,
      @Nullable String trigger,
      boolean created,
      Around around) {
    SwitchBoard before = state;
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = SwitchEvent.STREAM;
    Instant now = now(before, around.clock());
    return switch (new SwitchRules(before, around.offering(), around.registry(), now)
        .decide(command)) {
      case RegistryVerdict.Refused<SwitchEvent> refused -> new Outcome.Refused(refused.refusal());
      case RegistryVerdict.Accepted<SwitchEvent> accepted -> {
        accepted.events().forEach(AggregateLifecycle::apply);
        SwitchBoard after = state;
        yield new SwitchOutcome(
            switchId,
            switchState,
            trigger,
            after == null ? 0 : after.version(),
            after == null ? now : after.lastRecordedAt(),
            created);
      }
    };
  }

  @EventSourcingHandler
  void evolve(SwitchEvent event) {
    stream = SwitchEvent.STREAM;
    state = SwitchBoard.evolve(state, event);
  }

  private static Instant now(@Nullable SwitchBoard before, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before != null && before.lastRecordedAt().isAfter(now) ? before.lastRecordedAt() : now;
  }
}
