package io.stockledger.command.lowstock;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.RegistryOutcome;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.lowstock.LowStockRuleEvent;
import io.stockledger.api.lowstock.PutLowStockRule;
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

/** The shell of {@link LowStockRule}. */
@Aggregate(
    type = "low-stock-rule",
    repository = "lowStockRuleRepository",
    commandTargetResolver = "lowStockRuleTargets")
public class LowStockRuleAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable LowStockRule state;

  /** For repositories: a rule that was not put yet. */
  public LowStockRuleAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable LowStockRule state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(LowStockRule state) {
    this.state = state;
    this.stream = PutLowStockRule.stream(state.rule());
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(PutLowStockRule command, InstantSource clock) {
    LowStockRule before = state;
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = PutLowStockRule.stream(command.rule());
    long version = before == null ? 0 : before.version();
    Long expected = command.ifVersion();
    if (expected != null && expected != version) {
      return new Outcome.Refused(
          new StaleRegistryVersion("low-stock-rule", command.rule(), expected, version));
    }
    Instant now = now(before, clock);
    LowStockRuleEvent event = LowStockRule.decide(before, command, now);
    if (event != null) {
      AggregateLifecycle.apply(event);
    }
    return new RegistryOutcome(
        "low-stock-rule",
        command.rule(),
        event == null ? version : version + 1,
        event == null && before != null ? before.lastRecordedAt() : now,
        before == null);
  }

  @EventSourcingHandler
  void evolve(LowStockRuleEvent event) {
    stream = PutLowStockRule.stream(event.rule());
    state = LowStockRule.evolve(state, event);
  }

  private static Instant now(@Nullable LowStockRule before, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before != null && before.lastRecordedAt().isAfter(now) ? before.lastRecordedAt() : now;
  }
}
