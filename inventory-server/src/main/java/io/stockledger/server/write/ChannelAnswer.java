package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a put of a channel or one of its rules.
 *
 * @param rule the rule that it was about; absent where it was about the channel itself
 * @param version of the channel, which counts the entries of its rules too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChannelAnswer(
    String channel,
    @Nullable String rule,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    @Nullable Boolean dryRun) {}
