package io.stockledger.server.inbound;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.reservation.ReservationIds;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import io.stockledger.server.write.SeveralRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A purchase order or shipping notice of one or many lines. */
record ExpectSupplyRequest(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String inboundId,
    @NotNull InboundKind kind,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String vendor,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable LocalDate expectedFrom,
    @Nullable LocalDate expectedBy,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String cohort,
    @NotNull @Size(min = 1, max = LineNames.MOST) List<@Valid ExpectedSupplyLine> lines,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements SeveralRequest {
  @Override
  public void check(Faults faults, String path) {
    SeveralRequest.super.check(faults, path);
    Days.check("", expectedFrom, expectedBy, faults);
    if (lines == null) {
      return;
    }
    LineNames.checkDiffer(lines.size(), i -> lines.get(i).name(i), faults);
    for (int i = 0; i < lines.size(); i++) {
      String where = "lines[" + i + "].";
      LocalDate by = by(lines.get(i));
      if (by == null && !faults.knows("expectedBy") && !faults.knows(where + "expectedBy")) {
        faults.add(where + "expectedBy", "is needed here or for all lines", null);
      }
      if (lines.get(i).expectedFrom() != null || lines.get(i).expectedBy() != null) {
        Days.check(where, from(lines.get(i)), by, faults);
      }
    }
  }

  private @Nullable LocalDate by(ExpectedSupplyLine line) {
    return line.expectedBy() == null ? expectedBy : line.expectedBy();
  }

  /** A line with a day of its own has no part in the window of the whole. */
  private @Nullable LocalDate from(ExpectedSupplyLine line) {
    return line.expectedFrom() == null && line.expectedBy() == null
        ? expectedFrom
        : line.expectedFrom();
  }

  @Override
  public Object command(Write write) {
    return new ExpectSupply(
        ReservationIds.orNew(inboundId, write),
        kind,
        vendor,
        location,
        IntStream.range(0, lines.size()).mapToObj(i -> line(lines.get(i), i)).toList(),
        circumstances(write));
  }

  private ExpectedLine line(ExpectedSupplyLine line, int index) {
    return new ExpectedLine(
        line.name(index),
        line.sku(),
        line.quantity(),
        from(line),
        Objects.requireNonNull(by(line)),
        line.cohort() == null ? cohort : line.cohort());
  }
}
