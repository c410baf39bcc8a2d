package io.stockledger.ledger;

import io.stockledger.ledger.json.EventName;
import io.stockledger.ledger.json.EventNames;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A thing of which there are some: enough of a domain to oversell. */
class ToyItem {

  static final EventNames NAMES =
      EventNames.of(
          Map.of(
              Added.class, new EventName("toy.added", 1),
              Taken.class, new EventName("toy.taken", 1),
              State.class, new EventName("toy.item", 1)));

  record Add(@TargetAggregateIdentifier String id, long quantity) {}

  record Take(@TargetAggregateIdentifier String id, long quantity) {}

  /** Takes, and then fails. */
  record TakeAndFail(@TargetAggregateIdentifier String id, long quantity) {}

  /** Takes from several items, all or nothing; handled outside of the aggregate. */
  record TakeAll(List<String> ids, long quantity) {}

  /** Asks the store how many events an item has; handled outside of the aggregate. */
  record TellLength(String id) {}

  /** Looks at an item, whether it is there or not; handled outside of the aggregate. */
  record Look(String id) {}

  /** Begins a new item, which must not be there. */
  record Begin(@TargetAggregateIdentifier String id) {}

  record Added(String id, long quantity) {}

  record Taken(String id, long quantity) {}

  record State(String id, long onHand) {}

  @AggregateIdentifier private @Nullable String id;
  private long onHand;

  ToyItem() {}

  static AggregateKind<ToyItem, State> kind() {
    return AggregateKind.of(
        ToyItem.class, ToyItem::new, ToyItem::state, ToyItem::restore, State.class, state -> 0);
  }

  State state() {
    return new State(id == null ? "" : id, onHand);
  }

  void restore(State state) {
    id = state.id();
    onHand = state.onHand();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  String add(Add command) {
    AggregateLifecycle.apply(new Added(command.id(), command.quantity()));
    return "added";
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  String begin(Begin command) {
    AggregateLifecycle.apply(new Added(command.id(), 0));
    return "begun";
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  String take(Take command) {
    return take(command.id(), command.quantity());
  }

  String take(String itemId, long quantity) {
    if (onHand < quantity) {
      return "refused at " + onHand;
    }
    AggregateLifecycle.apply(new Taken(itemId, quantity));
    return "taken";
  }

  @CommandHandler
  String takeAndFail(TakeAndFail command) {
    AggregateLifecycle.apply(new Taken(command.id(), command.quantity()));
    throw new IllegalStateException("thrown after apply");
  }

  @EventSourcingHandler
  void on(Added event) {
    id = event.id();
    onHand += event.quantity();
  }

  @EventSourcingHandler
  void on(Taken event) {
    onHand -= event.quantity();
    if (onHand < 0) {
      throw new AssertionError("oversold " + id);
    }
  }
}
