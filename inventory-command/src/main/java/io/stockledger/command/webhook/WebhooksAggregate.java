package io.stockledger.command.webhook;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.webhook.WebhookCommand;
import io.stockledger.api.webhook.WebhookCommand.ChangeWebhook;
import io.stockledger.api.webhook.WebhookCommand.PauseWebhook;
import io.stockledger.api.webhook.WebhookCommand.RegisterWebhook;
import io.stockledger.api.webhook.WebhookCommand.RemoveWebhook;
import io.stockledger.api.webhook.WebhookCommand.ReplayWebhook;
import io.stockledger.api.webhook.WebhookCommand.ResumeWebhook;
import io.stockledger.api.webhook.WebhookCommand.RotateWebhookSecret;
import io.stockledger.api.webhook.WebhookEvent;
import io.stockledger.api.webhook.WebhookOutcome;
import io.stockledger.api.webhook.WebhookRefusal;
import io.stockledger.command.webhook.Webhooks.Webhook;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell of {@link Webhooks}. */
@Aggregate(
    type = "webhooks",
    repository = "webhooksRepository",
    commandTargetResolver = "webhooksTargets")
public class WebhooksAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable Webhooks state;

  /** For repositories: before the first webhook. */
  public WebhooksAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable Webhooks state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(Webhooks state) {
    this.state = state;
    this.stream = WebhookCommand.STREAM;
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RegisterWebhook command, InstantSource clock) {
    return decide(command, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ChangeWebhook command, InstantSource clock) {
    return decide(command, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(PauseWebhook command, InstantSource clock) {
    return decide(command, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ResumeWebhook command, InstantSource clock) {
    return decide(command, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RemoveWebhook command, InstantSource clock) {
    return decide(command, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RotateWebhookSecret command, InstantSource clock) {
    return decide(command, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(ReplayWebhook command, InstantSource clock) {
    return decide(command, clock);
  }

  private Outcome decide(WebhookCommand command, InstantSource clock) {
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = WebhookCommand.STREAM;
    Webhooks before = state;
    WebhookRefusal refusal = Webhooks.refusal(before, command);
    if (refusal != null) {
      return new Outcome.Refused(refusal);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (before != null && before.lastRecordedAt().isAfter(now)) {
      now = before.lastRecordedAt();
    }
    WebhookEvent event = Webhooks.event(before, command, now);
    if (event == null) {
      return outcome(command, Objects.requireNonNull(before), now);
    }
    AggregateLifecycle.apply(event);
    Webhooks shown =
        command instanceof RemoveWebhook
            ? Objects.requireNonNull(before)
            : Webhooks.evolve(before, event);
    return outcome(command, shown, now);
  }

  /** A removed one is told as it was last. */
  private static Outcome outcome(WebhookCommand command, Webhooks webhooks, Instant now) {
    Webhook webhook = Objects.requireNonNull(webhooks.webhooks().get(command.webhookId()));
    boolean removed = command instanceof RemoveWebhook;
    String state = removed ? "removed" : webhook.paused() ? "paused" : "active";
    return new WebhookOutcome(
        webhook.webhookId(),
        webhook.terms(),
        state,
        removed ? webhook.version() + 1 : webhook.version(),
        webhook.secretNumber(),
        webhook.oldSecretUntil(),
        now,
        command instanceof RegisterWebhook);
  }

  @EventSourcingHandler
  void evolve(WebhookEvent event) {
    stream = WebhookCommand.STREAM;
    state = Webhooks.evolve(state, event);
  }
}
