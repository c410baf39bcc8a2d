package io.stockledger.command.stock;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.stock.DiscrepancyOutcome;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockOutcome;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The shell of {@link StockItem}: takes a command, lets the item decide, applies what happens.
 * Every handler creates if missing, because the item itself answers that it is unknown.
 */
@Aggregate(
    type = "stock-item",
    repository = "stockItemRepository",
    commandTargetResolver = "stockItemTargets")
public class StockItemAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable StockItem state;

  /** For repositories: an item that nothing happened to yet. */
  public StockItemAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable StockItem state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(StockItem state) {
    this.state = state;
    this.stream = state.item().stream();
  }

  /** Apply what was decided elsewhere, together with other items. */
  public void record(List<StockEvent> events) {
    if (!events.isEmpty()) {
      stream = events.getFirst().entry().item().stream();
    }
    events.forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.ReceiveStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.PickStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.AdjustStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.CountStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.StateTotal command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.SetThreshold command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.ReturnStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(
      StockCommand.ChangeCondition command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.SetAsideStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.PutBackStock command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(StockCommand.ReverseEntry command, Surroundings surroundings, ExpiryRecord expiries) {
    return decide(command, surroundings, expiries);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(
      StockCommand.FlagDiscrepancy command, Surroundings surroundings, ExpiryRecord expiries) {
    return shown(decide(command, surroundings, expiries), command.discrepancyId(), true);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(
      StockCommand.ResolveDiscrepancy command, Surroundings surroundings, ExpiryRecord expiries) {
    return shown(decide(command, surroundings, expiries), command.discrepancyId(), false);
  }

  private Outcome shown(Outcome outcome, String discrepancyId, boolean created) {
    return outcome instanceof StockOutcome decided && state != null
        ? new DiscrepancyOutcome(
            decided.item(), discrepancyId, state.stateOf(discrepancyId), created)
        : outcome;
  }

  private Outcome decide(StockCommand command, Surroundings surroundings, ExpiryRecord expiries) {
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = command.item().stream();
    StockItem item = state == null ? StockItem.absent(command.item()) : state;
    Decision decision = item.decide(command, surroundings);
    record(decision.events());
    expiries.keepAll(decision.events());
    surroundings.discrepancies().keepAll(decision.events());
    return decision.outcome();
  }

  @EventSourcingHandler
  void evolve(StockEvent event) {
    stream = event.entry().item().stream();
    state = (state == null ? StockItem.absent(event.entry().item()) : state).evolve(event);
  }
}
