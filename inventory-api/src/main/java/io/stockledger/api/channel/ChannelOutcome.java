package io.stockledger.api.channel;

import io.stockledger.api.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel or one of its rules is as it was asked for.
 *
 * @param rule the rule that it was about; absent where it was about the channel itself
 * @param version of the channel, which counts the entries of its rules too
 * @param created the channel, or the rule, was not there before
 */
public record ChannelOutcome(
    String channel, @Nullable String rule, long version, Instant recordedAt, boolean created)
    implements Outcome {}
