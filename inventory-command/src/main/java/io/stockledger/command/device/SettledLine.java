package io.stockledger.command.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.device.LineOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line, for whoever sends it again.
 *
 * @param reusedHash of the last other content that came under its sequence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettledLine(
    long sequence,
    String hash,
    LineOutcome outcome,
    @Nullable String problem,
    @Nullable Long version,
    @Nullable String discrepancyId,
    boolean late,
    Instant occurredAt,
    @Nullable String reusedHash) {

  SettledLine reusedBy(String otherHash) {
    return new SettledLine(
        sequence, hash, outcome, problem, version, discrepancyId, late, occurredAt, otherHash);
  }
}
