package io.stockledger.api.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of what of a webhook could not be delivered yet; what was taken is in no list. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookDeliveriesView(
    List<DeliveryCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param deliveryId such as {@code entry-90210} or {@code change-17}
   * @param messageId the {@code webhook-id} it is sent under
   * @param type of the event
   * @param about what it is kept in order with: the stream, or the channel and item
   * @param state {@code waiting} behind another one, {@code retrying}, or {@code parked}
   * @param attempts made so far
   * @param nextAt when it is tried again
   * @param lastFailure what came of the last attempt
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeliveryCard(
      String deliveryId,
      String messageId,
      String type,
      String about,
      Instant happenedAt,
      String state,
      int attempts,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      @Nullable Instant nextAt,
      @Nullable String lastFailure) {}
}
