package io.stockledger.command.location;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.RegistryOutcome;
import io.stockledger.api.location.LocationCommand;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.command.registry.RegistryDesk;
import io.stockledger.command.registry.RegistryVerdict;
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

/** The shell of {@link Location}. */
@Aggregate(
    type = "location",
    repository = "locationRepository",
    commandTargetResolver = "locationTargets")
public class LocationAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable Location state;

  /** For repositories: a location that was not registered yet. */
  public LocationAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable Location state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(Location state) {
    this.state = state;
    this.stream = RegisterLocation.stream(state.location());
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RegisterLocation command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(LocationCommand.RetireLocation command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(LocationCommand.ReinstateLocation command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(LocationCommand.AddLocationAlias command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(LocationCommand.RemoveLocationAlias command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(LocationCommand.JudgeSource command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  private Outcome decide(LocationCommand command, InstantSource clock, RegistryDesk desk) {
    Location before = state;
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = RegisterLocation.stream(command.location());
    Instant now = now(before, clock);
    return switch (new LocationRules(before, desk, now).decide(command)) {
      case RegistryVerdict.Refused<LocationEvent> refused -> new Outcome.Refused(refused.refusal());
      case RegistryVerdict.Accepted<LocationEvent> accepted -> {
        accepted.events().forEach(AggregateLifecycle::apply);
        Location after = state;
        yield new RegistryOutcome(
            "location",
            command.location(),
            after == null ? 0 : after.version(),
            after == null ? now : after.lastRecordedAt(),
            before == null);
      }
    };
  }

  @EventSourcingHandler
  void evolve(LocationEvent event) {
    stream = RegisterLocation.stream(event.location());
    state = Location.evolve(state, event);
  }

  private static Instant now(@Nullable Location before, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before != null && before.lastRecordedAt().isAfter(now) ? before.lastRecordedAt() : now;
  }
}
