package io.stockledger.command.device;

import io.stockledger.api.device.DeviceLine;
import java.time.Instant;

/**
 * A line ahead of a gap.
 *
 * @param since when it came
 */
record WaitingLine(DeviceLine line, String hash, Instant since) {}
