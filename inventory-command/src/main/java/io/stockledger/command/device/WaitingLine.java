package io.stockledger.command.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.device.DeviceLine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line ahead of a gap.
 *
 * @param since when it came
 * @param reusedHash of the last other content that came under its sequence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingLine(DeviceLine line, String hash, Instant since, @Nullable String reusedHash) {

  WaitingLine reusedBy(String otherHash) {
    return new WaitingLine(line, hash, since, otherHash);
  }
}
