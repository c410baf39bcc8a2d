package io.stockledger.api.channel;

import io.stockledger.api.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A switch or a trigger is as it was asked for.
 *
 * @param switchId absent where it was about a trigger
 * @param state of the switch; absent where it was about a trigger
 * @param trigger the trigger that it was about; absent where it was about a switch
 * @param version of all switches and triggers together
 * @param created it was not there before
 */
public record SwitchOutcome(
    @Nullable String switchId,
    @Nullable SwitchState state,
    @Nullable String trigger,
    long version,
    Instant recordedAt,
    boolean created)
    implements Outcome {}
