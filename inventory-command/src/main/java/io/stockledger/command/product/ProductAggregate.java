package io.stockledger.command.product;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.RegistryOutcome;
import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.ProductEvent;
import io.stockledger.api.product.RegisterProduct;
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

/** The shell of {@link Product}. */
@Aggregate(
    type = "product",
    repository = "productRepository",
    commandTargetResolver = "productTargets")
public class ProductAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable Product state;

  /** For repositories: a product that was not registered yet. */
  public ProductAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable Product state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(Product state) {
    this.state = state;
    this.stream = RegisterProduct.stream(state.sku());
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RegisterProduct command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ProductCommand.RetireProduct command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ProductCommand.ReinstateProduct command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ProductCommand.AddProductAlias command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ProductCommand.RemoveProductAlias command, InstantSource clock, RegistryDesk desk) {
    return decide(command, clock, desk);
  }

  private Outcome decide(ProductCommand command, InstantSource clock, RegistryDesk desk) {
    Product before = state;
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = RegisterProduct.stream(command.sku());
    Instant now = now(before, clock);
    return switch (new ProductRules(before, desk, now).decide(command)) {
      case RegistryVerdict.Refused<ProductEvent> refused -> new Outcome.Refused(refused.refusal());
      case RegistryVerdict.Accepted<ProductEvent> accepted -> {
        accepted.events().forEach(AggregateLifecycle::apply);
        Product after = state;
        yield new RegistryOutcome(
            "product",
            command.sku(),
            after == null ? 0 : after.version(),
            after == null ? now : after.lastRecordedAt(),
            before == null);
      }
    };
  }

  @EventSourcingHandler
  void evolve(ProductEvent event) {
    stream = RegisterProduct.stream(event.sku());
    state = Product.evolve(state, event);
  }

  private static Instant now(@Nullable Product before, InstantSource clock) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before != null && before.lastRecordedAt().isAfter(now) ? before.lastRecordedAt() : now;
  }
}
