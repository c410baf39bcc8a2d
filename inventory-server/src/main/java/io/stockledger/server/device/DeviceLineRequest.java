package io.stockledger.server.device;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Identifiers;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.security.Scope;
import io.stockledger.server.stock.ByCondition;
import io.stockledger.server.stock.OtherReason;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that happened where the device was; which fields it has depends on its type. */
record DeviceLineRequest(
    @NotNull @Min(1) @Max(Figures.MAX) Long sequence,
    @NotNull DeviceLineType type,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable @Min(-Figures.MAX_QUANTITY) @Max(Figures.MAX_QUANTITY) Long quantity,
    @Nullable Condition condition,
    @Nullable Condition from,
    @Nullable Condition to,
    @Nullable @Valid ByCondition counted,
    @Nullable CountMethod method,
    @Nullable CountKind kind,
    @Nullable AdjustReason reason,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String reservationId,
    @NotNull Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note) {
  private static final Set<DeviceLineType> WITH_CONDITION =
      EnumSet.of(DeviceLineType.RECEIVE, DeviceLineType.RETURN, DeviceLineType.ADJUST);

  /**
   * @param clock the later one of the ledger's and the device's
   * @param path of this line in the request, ending in a dot
   */
  void check(Faults faults, String path, Instant clock) {
    faults.requireNotAhead(
        path + "occurredAt", occurredAt, clock, "the ledger's and the device's clock");
    if (type == null) {
      return;
    }
    boolean counts = type == DeviceLineType.COUNT;
    boolean moves = type == DeviceLineType.CONDITION;
    boolean adjusts = type == DeviceLineType.ADJUST;
    quantity(faults, path, !counts);
    only(WITH_CONDITION.contains(type), faults, path + "condition", condition);
    needed(moves, faults, path + "from", from);
    needed(moves, faults, path + "to", to);
    needed(counts, faults, path + "counted", counted);
    only(counts, faults, path + "method", method);
    only(counts, faults, path + "kind", kind);
    needed(adjusts, faults, path + "reason", reason);
    only(type == DeviceLineType.PICK, faults, path + "reservationId", reservationId);
    ByCondition.check(path + "counted", counted, faults);
    if (moves && from != null && from == to) {
      faults.add(path + "to", "must differ from `from`", to);
    }
    if (reason == AdjustReason.OTHER && (note == null || note.isBlank())) {
      faults.add(path + "note", "is needed with reason OTHER", note);
    }
  }

  private void quantity(Faults faults, String path, boolean taken) {
    String field = path + "quantity";
    needed(taken, faults, field, quantity);
    if (!taken || quantity == null || faults.knows(field)) {
      return;
    }
    if (type == DeviceLineType.ADJUST && quantity == 0) {
      faults.add(field, "must not be 0", quantity);
    } else if (type != DeviceLineType.ADJUST && quantity < 1) {
      faults.add(field, "must be at least 1", quantity);
    }
  }

  private void needed(boolean needed, Faults faults, String field, @Nullable Object value) {
    if (needed && value == null && !faults.knowsWithin(field)) {
      faults.add(field, "is needed", null);
    }
    only(needed, faults, field, value);
  }

  private void only(boolean taken, Faults faults, String field, @Nullable Object value) {
    if (!taken && value != null) {
      faults.add(field, "is not taken by a line of this type", value);
    }
  }

  DeviceLine line(Write write) {
    if (reason != null) {
      OtherReason.requireRight(reason, write);
    }
    return new DeviceLine(
        sequence,
        type,
        location,
        sku,
        quantity,
        WITH_CONDITION.contains(type) && condition == null ? Condition.GOOD : condition,
        from,
        to,
        counted == null ? null : counted.byCondition(),
        method,
        kind,
        reason,
        reservationId,
        occurredAt,
        source,
        reference == null ? null : reference.reference(),
        note,
        write.caller().may(Scope.BACKDATE));
  }
}
