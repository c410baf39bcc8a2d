package io.stockledger.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can have happened to the credentials of a client. */
public sealed interface CredentialEvent extends LedgerEvent {
  String client();

  @EventName("credential.issued")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CredentialIssued(
      String client,
      String credentialId,
      String secretHash,
      List<Role> roles,
      List<Right> rights,
      @Nullable String channel,
      Instant occurredAt,
      Instant recordedAt)
      implements CredentialEvent {}

  /**
   * @param credentialId the new key; it has the roles, rights and channel of the old one
   * @param replaces the old key
   * @param oldValidUntil from when on the old key opens nothing
   */
  @EventName("credential.rotated")
  record CredentialRotated(
      String client,
      String credentialId,
      String replaces,
      Instant oldValidUntil,
      String secretHash,
      Instant occurredAt,
      Instant recordedAt)
      implements CredentialEvent {}

  @EventName("credential.revoked")
  record CredentialRevoked(
      String client, String credentialId, Instant occurredAt, Instant recordedAt)
      implements CredentialEvent {}
}
