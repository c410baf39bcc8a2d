package io.stockledger.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of API keys. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialsView(
    List<CredentialCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * A key, without its secret or the hash of it.
   *
   * @param validUntil when it ends or ended by rotation, absent when it does not
   * @param revokedAt when it was ended at once
   * @param version of the client's entry that last touched it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CredentialCard(
      String credentialId,
      String client,
      List<Role> roles,
      List<Right> rights,
      @Nullable String channel,
      Instant issuedAt,
      @Nullable Instant validUntil,
      @Nullable Instant revokedAt,
      long version) {
    /** From its end on a key opens nothing. */
    public boolean isValidAt(Instant moment) {
      return revokedAt == null && (validUntil == null || moment.isBefore(validUntil));
    }
  }
}
