package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.channel.SwitchState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a pull or return of a switch, or to a put of a trigger.
 *
 * @param switchId absent where it was about a trigger
 * @param trigger the trigger that it was about; absent where it was about a switch
 * @param version of all switches and triggers together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SwitchAnswer(
    @Nullable String switchId,
    @Nullable SwitchState state,
    @Nullable String trigger,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    @Nullable Boolean dryRun) {}
