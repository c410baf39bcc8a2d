package io.stockledger.command.credential;

import io.stockledger.api.credential.CredentialCommand;
import io.stockledger.api.credential.CredentialCommand.IssueCredential;
import io.stockledger.api.credential.CredentialCommand.RevokeCredential;
import io.stockledger.api.credential.CredentialCommand.RotateCredential;
import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.credential.CredentialEvent.CredentialIssued;
import io.stockledger.api.credential.CredentialEvent.CredentialRevoked;
import io.stockledger.api.credential.CredentialEvent.CredentialRotated;
import io.stockledger.api.credential.CredentialRefusal;
import io.stockledger.api.credential.CredentialRefusal.CredentialEnded;
import io.stockledger.api.credential.CredentialRefusal.DuplicateCredential;
import io.stockledger.api.credential.CredentialRefusal.UnknownCredential;
import io.stockledger.command.credential.Client.Credential;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may become of a client's credentials. */
final class CredentialRules {
  private CredentialRules() {}

  static @Nullable CredentialRefusal refusal(
      @Nullable Client client, CredentialCommand command, Instant now) {
    return switch (command) {
      case IssueCredential c -> used(client, c.credentialId());
      case RotateCredential c -> {
        CredentialRefusal old = ended(client, c.credentialId(), now, false);
        yield old != null ? old : used(client, c.newCredentialId());
      }
      case RevokeCredential c -> ended(client, c.credentialId(), now, true);
    };
  }

  static CredentialEvent event(CredentialCommand command, Instant now) {
    return switch (command) {
      case IssueCredential c ->
          new CredentialIssued(
              c.client(),
              c.credentialId(),
              c.secretHash(),
              c.roles().stream().sorted().toList(),
              c.rights().stream().sorted().toList(),
              c.channel(),
              now,
              now);
      case RotateCredential c ->
          new CredentialRotated(
              c.client(),
              c.newCredentialId(),
              c.credentialId(),
              now.plus(c.overlap()),
              c.secretHash(),
              now,
              now);
      case RevokeCredential c -> new CredentialRevoked(c.client(), c.credentialId(), now, now);
    };
  }

  private static @Nullable CredentialRefusal used(@Nullable Client client, String id) {
    return client != null && client.credentials().containsKey(id)
        ? new DuplicateCredential(id)
        : null;
  }

  /**
   * A replaced key may still be revoked as long as it opens something; it is not replaced twice.
   */
  private static @Nullable CredentialRefusal ended(
      @Nullable Client client, String id, Instant now, boolean orOpening) {
    Credential credential = client == null ? null : client.credentials().get(id);
    if (credential == null) {
      return new UnknownCredential(id);
    }
    Instant until = credential.validUntil();
    boolean opens = until == null || until.isAfter(now);
    return credential.ended() && !(orOpening && opens) ? new CredentialEnded(id) : null;
  }
}
