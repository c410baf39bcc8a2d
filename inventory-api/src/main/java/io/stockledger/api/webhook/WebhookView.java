package io.stockledger.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One webhook, and how it does. */
public record WebhookView(
    @JsonUnwrapped WebhookCard webhook, long position, Instant asOf, String stamp) implements View {

  /**
   * What is registered.
   *
   * @param state {@code active}, or {@code paused}
   * @param pausedBecause absent where nobody gave a reason
   * @param oldSecretUntil until when the secret before signs as well, absent where it does not
   * @param version one more for each entry about it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record WebhookCard(
      String webhookId,
      @JsonUnwrapped WebhookTerms terms,
      String state,
      @Nullable String pausedBecause,
      @Nullable Instant oldSecretUntil,
      long version,
      Instant registeredAt,
      Instant recordedAt,
      Standing standing) {}

  /**
   * How it does.
   *
   * @param position up to which entries of the ledger are done with
   * @param change up to which changes are done with
   * @param lagSeconds how old the oldest is that was not taken yet; 0 where nothing waits
   * @param delivered how many were taken since it was registered
   * @param waiting how many stay behind one of their item that is retried
   * @param retrying how many failed and are tried again
   * @param parked how many failed for three days and are not tried again
   * @param failingSince absent where the last attempt was taken
   * @param changesLost absent where no change was ever lost
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Standing(
      long position,
      long change,
      long lagSeconds,
      long delivered,
      @Nullable Instant deliveredAt,
      long waiting,
      long retrying,
      long parked,
      @Nullable Instant failingSince,
      @Nullable Instant lastFailureAt,
      @Nullable String lastFailure,
      @Nullable ChangesLost changesLost) {}

  /**
   * Changes that were not kept for as long as it would have taken to tell them, the last time that
   * this came to pass. It is told by a {@code channel.changes-lost}.
   *
   * @param firstChange the first that is not kept any more and was not told
   * @param lastChange the last one
   */
  public record ChangesLost(long firstChange, long lastChange, Instant noticedAt) {}
}
