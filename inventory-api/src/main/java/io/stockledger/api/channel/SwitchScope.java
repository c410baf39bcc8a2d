package io.stockledger.api.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a switch is about: items and channels that are all that is named. With nothing named,
 * everything.
 *
 * @param group a group that the location belongs to, by whichever way
 * @param category a category path; what is below it belongs to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SwitchScope(
    @Nullable String channel,
    @Nullable String location,
    @Nullable String group,
    @Nullable String category) {
  /** Every item in every channel. */
  public static final SwitchScope EVERYTHING = new SwitchScope(null, null, null, null);
}
