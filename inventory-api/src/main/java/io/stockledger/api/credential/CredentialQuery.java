package io.stockledger.api.credential;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import org.jspecify.annotations.Nullable;

/** What may be asked about API keys. */
public sealed interface CredentialQuery<V extends View> extends Query<V> {
  /**
   * One key with the hash of its secret, for whoever checks a secret; never for showing. Unknown:
   * {@code unknown-credential}.
   */
  record FindCredential(String credentialId) implements CredentialQuery<CredentialSecretView> {}

  /**
   * Keys by id, ended ones included.
   *
   * @param client only those of this client
   */
  record ListCredentials(@Nullable String client, Page page)
      implements CredentialQuery<CredentialsView> {}
}
