package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One switch. */
public record SwitchView(@JsonUnwrapped SwitchCard card, long position, Instant asOf, String stamp)
    implements View {
  /**
   * A switch, with who, when and why.
   *
   * @param trigger the trigger that pulled it; absent for a person
   * @param measured what the trigger measured, in its own unit
   * @param pulledBy the credential that pulled it; absent for a trigger
   * @param returnedBy the credential that returned it; absent while it is pulled, and for a trigger
   * @param returnedWhy why it was returned, where something was said
   * @param version of all switches together at its last entry
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SwitchCard(
      String switchId,
      SwitchState state,
      SwitchScope scope,
      SwitchLevel level,
      String why,
      @Nullable String trigger,
      @Nullable Long measured,
      Instant pulledAt,
      @Nullable String pulledBy,
      @Nullable Instant returnedAt,
      @Nullable String returnedBy,
      @Nullable String returnedWhy,
      long version) {}
}
