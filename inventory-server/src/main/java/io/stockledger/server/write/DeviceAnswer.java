package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.device.DeviceOutcome;
import io.stockledger.api.device.DeviceOutcome.LineAfter;
import io.stockledger.api.device.DeviceOutcome.OpenGap;
import io.stockledger.api.device.Gap;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.RefusalProblems;
import io.stockledger.server.problem.View;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a delivery of a device.
 *
 * @param version of the device's last entry
 * @param position of the delivery's last entry, absent on a dry run
 * @param skewMillis so far the device's clock was ahead of the ledger's when it last told
 * @param nextSequence the one that is expected next
 * @param waiting how many lines wait
 * @param gaps what they wait for, the first 100
 * @param passed what did not come in time and is still missing, the last 100
 * @param lines by sequence: those that arrived, and those that waited and were settled with them
 * @param dryRun true where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceAnswer(
    String device,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    @Nullable Long skewMillis,
    long nextSequence,
    int waiting,
    List<OpenGap> gaps,
    List<Gap> passed,
    List<DeliveredLine> lines,
    @Nullable Boolean dryRun) {

  /**
   * What became of a line.
   *
   * @param first of a line that is known: what became of it the first time
   * @param version the item's, after it
   * @param figures the item's, after it
   * @param problem that it met, also where it was then taken as a fact
   * @param discrepancyId what was opened for units that the book does not have
   * @param late true where its gap had been passed before
   * @param waitedSince since when it waited, or waits, for a gap
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeliveredLine(
      long sequence,
      LineOutcome outcome,
      @Nullable LineOutcome first,
      String location,
      String sku,
      @Nullable Long version,
      @Nullable Figures figures,
      @Schema(ref = "#/components/schemas/Problem") @Nullable Object problem,
      @Nullable String discrepancyId,
      @Nullable Boolean late,
      @Nullable Instant waitedSince) {

    static DeliveredLine of(LineAfter line) {
      return new DeliveredLine(
          line.sequence(),
          line.outcome(),
          line.first(),
          line.item().location(),
          line.item().sku(),
          line.version(),
          line.figures(),
          problem(line),
          line.discrepancyId(),
          line.late() ? Boolean.TRUE : null,
          line.waitedSince());
    }

    private static @Nullable Object problem(LineAfter line) {
      if (line.refusal() != null) {
        return RefusalProblems.of(line.refusal(), View.FULL).body();
      }
      return line.problem() == null
          ? null
          : ProblemType.ofWord(line.problem()).map(DeliveredLine::remembered).orElse(null);
    }

    /** Its numbers were those of that moment. */
    private static Map<String, Object> remembered(ProblemType type) {
      return Map.of(
          "type",
          type.uri(),
          "title",
          type.title(),
          "status",
          type.status(),
          "detail",
          "As it was told the first time.");
    }
  }

  static DeviceAnswer of(DeviceOutcome outcome, @Nullable Long position, @Nullable Boolean dry) {
    return new DeviceAnswer(
        outcome.device(),
        outcome.version(),
        position,
        outcome.recordedAt(),
        outcome.skewMillis(),
        outcome.next(),
        outcome.waiting(),
        outcome.gaps(),
        outcome.passed(),
        outcome.lines().stream().map(DeliveredLine::of).toList(),
        dry);
  }
}
