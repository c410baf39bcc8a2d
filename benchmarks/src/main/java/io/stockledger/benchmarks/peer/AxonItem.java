package io.stockledger.benchmarks.peer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An item as a first project with Axon writes it: lean, and with the rule that counts. */
class AxonItem {
  /** What the item answers: its figures after the command, or none if there is too little. */
  record Figures(long version, long onHand, long reserved, long available) {}

  record Receive(
      @TargetAggregateIdentifier String item, String location, String sku, long quantity) {}

  record Reserve(@TargetAggregateIdentifier String item, String reservationId, long quantity) {}

  record Received(String item, String location, String sku, long quantity, Instant recordedAt) {}

  record Reserved(
      String item,
      String location,
      String sku,
      String reservationId,
      long requested,
      long quantity,
      Instant occurredAt,
      Instant recordedAt) {}

  /** Not enough is there. */
  static final Figures TOO_LITTLE = new Figures(0, 0, 0, 0);

  /** None until the first event is applied: Axon takes whatever else stands here for the id. */
  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // Axon reads it
  private @Nullable String item;

  private String location = "";
  private String sku = "";
  private long onHand;
  private long reserved;
  private final Map<String, Long> reservations = new HashMap<>();

  AxonItem() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Figures handle(Receive command) {
    AggregateLifecycle.apply(
        new Received(
            command.item(), command.location(), command.sku(), command.quantity(), Instant.now()));
    return figures();
  }

  @CommandHandler
  Figures handle(Reserve command) {
    if (onHand - reserved < command.quantity()) {
      return TOO_LITTLE;
    }
    Instant now = Instant.now();
    AggregateLifecycle.apply(
        new Reserved(
            command.item(),
            location,
            sku,
            command.reservationId(),
            command.quantity(),
            command.quantity(),
            now,
            now));
    return figures();
  }

  private Figures figures() {
    return new Figures(AggregateLifecycle.getVersion() + 1, onHand, reserved, onHand - reserved);
  }

  @EventSourcingHandler
  void on(Received event) {
    item = event.item();
    location = event.location();
    sku = event.sku();
    onHand += event.quantity();
  }

  @EventSourcingHandler
  void on(Reserved event) {
    reserved += event.quantity();
    reservations.put(event.reservationId(), event.quantity());
  }
}
