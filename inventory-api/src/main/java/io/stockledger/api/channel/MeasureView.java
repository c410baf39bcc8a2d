package io.stockledger.api.channel;

import io.stockledger.api.Answer.View;
import java.time.Instant;

/**
 * A figure that a trigger looks at.
 *
 * @param measured in the unit of its condition
 */
public record MeasureView(long measured, long position, Instant asOf, String stamp)
    implements View {}
