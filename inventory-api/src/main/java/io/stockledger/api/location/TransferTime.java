package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long goods typically travel.
 *
 * @param to the location that they go to; absent for all that are not named
 * @param takes from dispatch to receipt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferTime(@Nullable String to, Duration takes) {}
