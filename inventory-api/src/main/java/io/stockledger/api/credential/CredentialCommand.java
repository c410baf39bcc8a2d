package io.stockledger.api.credential;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of the credentials of a client. Secrets never come here: only their hashes do.
 */
public sealed interface CredentialCommand {
  String client();

  /** The name of the stream of a client's credentials. */
  static String stream(String client) {
    return "client:" + client;
  }

  /**
   * A new key for a client.
   *
   * @param credentialId public part of the key
   * @param secretHash SHA-256 of the secret part, hex
   * @param channel the one channel that a credential of role channel stands for
   */
  record IssueCredential(
      String client,
      String credentialId,
      String secretHash,
      Set<Role> roles,
      Set<Right> rights,
      @Nullable String channel)
      implements CredentialCommand {}

  /**
   * A new key in place of another, which stays valid for a while.
   *
   * @param overlap from 0 to 30 days
   */
  record RotateCredential(
      String client,
      String credentialId,
      String newCredentialId,
      String secretHash,
      Duration overlap)
      implements CredentialCommand {}

  /** A key ends now. */
  record RevokeCredential(String client, String credentialId) implements CredentialCommand {}
}
