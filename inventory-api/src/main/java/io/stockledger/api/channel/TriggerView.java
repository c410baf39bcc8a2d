package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One trigger. */
public record TriggerView(
    @JsonUnwrapped TriggerCard card, long position, Instant asOf, String stamp) implements View {
  /**
   * What pulls a switch by itself.
   *
   * @param threshold at or above which it is pulled
   * @param returnsByItself whether the switch comes back without a person
   * @param version of all switches together when it was put
   */
  public record TriggerCard(
      String trigger,
      TriggerCondition condition,
      long threshold,
      SwitchScope scope,
      SwitchLevel level,
      boolean returnsByItself,
      long version,
      Instant recordedAt) {}
}
