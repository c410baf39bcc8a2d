package io.stockledger.command.credential;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.stockledger.api.Outcome;
import io.stockledger.api.credential.CredentialCommand;
import io.stockledger.api.credential.CredentialCommand.IssueCredential;
import io.stockledger.api.credential.CredentialCommand.RevokeCredential;
import io.stockledger.api.credential.CredentialCommand.RotateCredential;
import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.credential.CredentialOutcome;
import io.stockledger.api.credential.CredentialRefusal;
import io.stockledger.command.credential.Client.Credential;
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

/** The shell of {@link Client}. */
@Aggregate(
    type = "client",
    repository = "clientRepository",
    commandTargetResolver = "clientTargets")
public class ClientAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable Client state;

  /** For repositories: a client without credentials yet. */
  public ClientAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable Client state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(Client state) {
    this.state = state;
    this.stream = CredentialCommand.stream(state.client());
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(IssueCredential command, InstantSource clock) {
    return decide(command, command.credentialId(), true, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RotateCredential command, InstantSource clock) {
    return decide(command, command.newCredentialId(), true, clock);
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  Outcome on(RevokeCredential command, InstantSource clock) {
    return decide(command, command.credentialId(), false, clock);
  }

  private Outcome decide(
      CredentialCommand command, String answered, boolean created, InstantSource clock) {
    // A refused creation has no event that could name it; Axon still asks for its id.
    stream = CredentialCommand.stream(command.client());
    Client before = state;
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (before != null && before.lastRecordedAt().isAfter(now)) {
      now = before.lastRecordedAt();
    }
    CredentialRefusal refusal = CredentialRules.refusal(before, command, now);
    if (refusal != null) {
      return new Outcome.Refused(refusal);
    }
    CredentialEvent event = CredentialRules.event(command, now);
    AggregateLifecycle.apply(event);
    return outcome(Client.evolve(before, event), answered, created);
  }

  @EventSourcingHandler
  void evolve(CredentialEvent event) {
    stream = CredentialCommand.stream(event.client());
    state = Client.evolve(state, event);
  }

  private static Outcome outcome(Client client, String id, boolean created) {
    Credential credential = Objects.requireNonNull(client.credentials().get(id));
    return new CredentialOutcome(
        client.client(),
        id,
        credential.roles(),
        credential.rights(),
        credential.channel(),
        credential.validUntil(),
        client.version(),
        client.lastRecordedAt(),
        created);
  }
}
