package io.stockledger.api.credential;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stockledger.api.Answer.View;
import io.stockledger.api.credential.CredentialsView.CredentialCard;
import java.time.Instant;

/**
 * A key and what its secret must hash to.
 *
 * @param secretHash SHA-256 of the secret part, hex; kept out of JSON and of {@link #toString()}
 */
public record CredentialSecretView(
    CredentialCard credential,
    @JsonIgnore String secretHash,
    long position,
    Instant asOf,
    String stamp)
    implements View {
  @Override
  public String toString() {
    return "CredentialSecretView[" + credential + "]";
  }
}
