package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.EventName;
import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Everything that can have happened to what a device delivers. */
public sealed interface DeviceEvent extends LedgerEvent {
  String device();

  /**
   * It delivered something.
   *
   * @param occurredAt when it arrived
   * @param deviceClock what its own clock said when it sent, absent where it did not tell
   * @param skewMillis so far its clock is ahead of the ledger's, in milliseconds, negative behind
   * @param lines how many lines arrived
   */
  @EventName("device.heard")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeviceHeard(
      String device,
      @Nullable Instant deviceClock,
      @Nullable Long skewMillis,
      int lines,
      Instant occurredAt,
      Instant recordedAt)
      implements DeviceEvent {}

  /** A line lies ahead of a gap, and waits for what is missing. */
  @EventName("device.line-waiting")
  record DeviceLineWaiting(
      String device, @JsonUnwrapped DeviceLine line, String hash, Instant recordedAt)
      implements DeviceEvent {
    @Override
    public Instant occurredAt() {
      return notAfter(line.occurredAt(), recordedAt);
    }
  }

  /**
   * A line came to its outcome; what it did to its item is told by the entries of the item.
   *
   * @param hash of its content
   * @param problem the type of the refusal it met; absent where it was applied as it was told
   * @param version the item's, after it; absent where it was refused
   * @param discrepancyId what was opened for units that the book does not have
   * @param late its gap had been passed before it arrived
   * @param waitedSince since when it waited for a gap, absent where it did not
   * @param line its content, where it was refused and so stands nowhere else
   */
  @EventName("device.line-settled")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DeviceLineSettled(
      String device,
      long sequence,
      String hash,
      LineOutcome outcome,
      DeviceLineType type,
      String location,
      String sku,
      @Nullable String problem,
      @Nullable Long version,
      @Nullable String discrepancyId,
      boolean late,
      @Nullable Instant waitedSince,
      @Nullable DeviceLine line,
      Instant occurredAt,
      Instant recordedAt)
      implements DeviceEvent {}

  /**
   * What is missing did not come in time; the lines behind it no longer wait.
   *
   * @param from the first missing sequence
   * @param to the last one
   * @param occurredAt since when lines waited for it
   */
  @EventName("device.gap-passed")
  record DeviceGapPassed(String device, long from, long to, Instant occurredAt, Instant recordedAt)
      implements DeviceEvent {}

  /**
   * A line came under a sequence that another one has. It did nothing.
   *
   * @param line its content
   */
  @EventName("device.sequence-reused")
  record DeviceSequenceReused(
      String device, String hash, DeviceLine line, Instant occurredAt, Instant recordedAt)
      implements DeviceEvent {}

  private static Instant notAfter(Instant moment, Instant recordedAt) {
    return moment.isAfter(recordedAt) ? recordedAt : moment;
  }
}
