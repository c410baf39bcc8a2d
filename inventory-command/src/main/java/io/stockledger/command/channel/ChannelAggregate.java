package io.stockledger.command.channel;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelCommand.PutChannel;
import io.stockledger.api.channel.ChannelCommand.PutChannelRule;
import io.stockledger.api.channel.ChannelCommand.ReinstateChannel;
import io.stockledger.api.channel.ChannelCommand.RemoveChannelRule;
import io.stockledger.api.channel.ChannelCommand.RetireChannel;
import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.ChannelOutcome;
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

/** The shell of {@link Channel}. */
@Aggregate(
    type = "channel",
    repository = "channelRepository",
    commandTargetResolver = "channelTargets")
public class ChannelAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable Channel state;

  /** For repositories: a channel of which nothing was said yet. */
  public ChannelAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable Channel state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(Channel state) {
    this.state = state;
    this.stream = ChannelCommand.stream(state.channel());
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(PutChannel command, InstantSource clock, Registry registry) {
    boolean created = state == null || state.traits() == null;
    return decide(command, null, created, clock, registry);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RetireChannel command, InstantSource clock, Registry registry) {
    return decide(command, null, false, clock, registry);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ReinstateChannel command, InstantSource clock, Registry registry) {
    return decide(command, null, false, clock, registry);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(PutChannelRule command, InstantSource clock, Registry registry) {
    boolean created = state == null || !state.rules().containsKey(command.rule());
    return decide(command, command.rule(), created, clock, registry);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RemoveChannelRule command, InstantSource clock, Registry registry) {
    return decide(command, command.rule(), false, clock, registry);
  }

  private Outcome decide(
      ChannelCommand command,
      @Nullable String rule,
      boolean created,
      InstantSource clock,
      Registry registry) {
    Channel before = state;
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = ChannelCommand.stream(command.channel());
    Instant now = now(before, clock);
    return switch (new ChannelRules(before, registry, now).decide(command)) {
      case RegistryVerdict.Refused<ChannelEvent> refused -> new Outcome.Refused(refused.refusal());
      case RegistryVerdict.Accepted<ChannelEvent> accepted -> {
        accepted.events().forEach(AggregateLifecycle::apply);
        Channel after = state;
        yield new ChannelOutcome(
            command.channel(),
            rule,
            after == null ? 0 : after.version(),
            after == null ? now : after.lastRecordedAt(),
            created);
      }
    };
  }

  @EventSourcingHandler
  void evolve(ChannelEvent event) {
    stream = ChannelCommand.stream(event.channel());
    state = Channel.evolve(state, event);
  }

  private static Instant now(@Nullable Channel before, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before != null && before.lastRecordedAt().isAfter(now) ? before.lastRecordedAt() : now;
  }
}
