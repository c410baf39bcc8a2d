package io.stockledger.server.discrepancy;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.Counted;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.security.Scope;
import io.stockledger.server.stock.ByCondition;
import io.stockledger.server.write.DiscrepancyRequest;
import io.stockledger.server.write.Document;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An open discrepancy is verified, adjusted, explained and closed, as far as each is given. */
record ResolveRequest(
    @Nullable @Valid ByCondition counted,
    @Nullable CountMethod method,
    @Nullable CountKind kind,
    @Nullable @Valid AdjustPart adjust,
    @Nullable @Size(min = 1, max = 32) String reason,
    @Nullable Boolean close,
    @Nullable Instant occurredAt,
    @Nullable @Size(min = 1, max = Forms.LONGEST_SOURCE) String source,
    @Nullable @Valid Document reference,
    @Nullable @Size(max = Circumstances.MAX_NOTE_LENGTH) String note)
    implements DiscrepancyRequest {
  @Override
  public void check(Faults faults, String path) {
    DiscrepancyRequest.super.check(faults, path);
    ByCondition.check("counted", counted, faults);
    if (counted == null && method != null && !faults.knowsWithin("counted")) {
      faults.add("method", "needs counted", method);
    }
    if (counted == null && kind != null && !faults.knowsWithin("counted")) {
      faults.add("kind", "needs counted", kind);
    }
    if (adjust != null && Objects.equals(adjust.quantity(), 0L)) {
      faults.add("adjust.quantity", "must not be 0", 0);
    }
    boolean nothing = counted == null && adjust == null && reason == null && !closes();
    if (nothing && faults.none()) {
      faults.add("close", "must be true where nothing else is asked for", close);
    }
  }

  private boolean closes() {
    return !Boolean.FALSE.equals(close);
  }

  @Override
  public Object command(ItemId item, String discrepancyId, Write write) {
    if (counted != null) {
      write.caller().require(Scope.COUNT);
    }
    if (adjust != null) {
      write.caller().require(Scope.ADJUST);
    }
    return new ResolveDiscrepancy(
        item,
        discrepancyId,
        counted == null ? null : counted(counted),
        adjust == null ? null : adjust.correction(),
        reason,
        closes(),
        write.caller().may(Scope.DISCREPANCY_APPROVE),
        circumstances(write));
  }

  private Counted counted(ByCondition figures) {
    return new Counted(
        figures.byCondition(),
        Objects.requireNonNullElse(method, CountMethod.MANUAL),
        Objects.requireNonNullElse(kind, CountKind.CYCLE_COUNT));
  }
}
