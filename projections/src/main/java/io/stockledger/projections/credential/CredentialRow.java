package io.stockledger.projections.credential;

import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.credential.CredentialEvent.CredentialIssued;
import io.stockledger.api.credential.CredentialEvent.CredentialRevoked;
import io.stockledger.api.credential.CredentialEvent.CredentialRotated;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An API key as its client's entries left it.
 *
 * @param version of the client's last entry that touched it
 */
public record CredentialRow(
    String credentialId,
    String client,
    String secretHash,
    List<Role> roles,
    List<Right> rights,
    @Nullable String channel,
    Instant issuedAt,
    @Nullable Instant validUntil,
    @Nullable Instant revokedAt,
    long version,
    long position) {

  /**
   * The keys that an entry made or changed, given those that it names.
   *
   * @throws IllegalStateException when it names one that is not there
   */
  public static List<CredentialRow> fold(
      Map<String, CredentialRow> before, CredentialEvent event, long position, long version) {
    return switch (event) {
      case CredentialIssued e ->
          List.of(
              new CredentialRow(
                  e.credentialId(),
                  e.client(),
                  e.secretHash(),
                  e.roles(),
                  e.rights(),
                  e.channel(),
                  e.recordedAt(),
                  null,
                  null,
                  version,
                  position));
      case CredentialRotated e -> rotate(known(before, e.replaces()), e, position, version);
      case CredentialRevoked e -> {
        CredentialRow old = known(before, e.credentialId());
        yield List.of(old.ending(old.validUntil, e.recordedAt(), version, position));
      }
    };
  }

  /** The keys that must be known to fold an entry. */
  static List<String> named(CredentialEvent event) {
    return switch (event) {
      case CredentialIssued e -> List.of(e.credentialId());
      case CredentialRotated e -> List.of(e.credentialId(), e.replaces());
      case CredentialRevoked e -> List.of(e.credentialId());
    };
  }

  private static List<CredentialRow> rotate(
      CredentialRow old, CredentialRotated e, long position, long version) {
    CredentialRow next =
        new CredentialRow(
            e.credentialId(),
            e.client(),
            e.secretHash(),
            old.roles,
            old.rights,
            old.channel,
            e.recordedAt(),
            null,
            null,
            version,
            position);
    return List.of(old.ending(e.oldValidUntil(), old.revokedAt, version, position), next);
  }

  private CredentialRow ending(
      @Nullable Instant validUntil, @Nullable Instant revokedAt, long version, long position) {
    return new CredentialRow(
        credentialId,
        client,
        secretHash,
        roles,
        rights,
        channel,
        issuedAt,
        validUntil,
        revokedAt,
        version,
        position);
  }

  private static CredentialRow known(Map<String, CredentialRow> before, String credentialId) {
    CredentialRow row = before.get(credentialId);
    if (row == null) {
      throw new IllegalStateException("no credential " + credentialId);
    }
    return row;
  }
}
