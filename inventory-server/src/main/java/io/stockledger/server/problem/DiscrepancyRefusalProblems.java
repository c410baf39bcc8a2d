package io.stockledger.server.problem;

import static io.stockledger.server.problem.RefusalProblems.no;

import io.stockledger.api.stock.DiscrepancyRefusal;
import io.stockledger.api.stock.DiscrepancyRefusal.ApprovalNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.DiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyRefusal.DuplicateDiscrepancy;
import io.stockledger.api.stock.DiscrepancyRefusal.NoteNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.ReasonNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.UnknownDiscrepancy;
import io.stockledger.api.stock.DiscrepancyRefusal.UnknownReason;
import io.stockledger.api.stock.ItemId;

/** The refusals about discrepancies, for {@link RefusalProblems}. */
final class DiscrepancyRefusalProblems {
  private DiscrepancyRefusalProblems() {}

  static Problem of(DiscrepancyRefusal refusal) {
    return switch (refusal) {
      case UnknownDiscrepancy r ->
          on(no(r, "There is no discrepancy " + r.discrepancyId() + " there."), r.item())
              .with("discrepancyId", r.discrepancyId());
      case DiscrepancyClosed r ->
          on(no(r, "Discrepancy " + r.discrepancyId() + " is closed."), r.item())
              .with("discrepancyId", r.discrepancyId())
              .with("state", "closed");
      case DuplicateDiscrepancy r ->
          no(r, "The id " + r.discrepancyId() + " was used before.")
              .with("discrepancyId", r.discrepancyId());
      case ApprovalNeeded r ->
          on(no(r, "Only a manager settles what is explained by " + r.reason() + "."), r.item())
              .with("discrepancyId", r.discrepancyId())
              .with("reason", r.reason());
      case UnknownReason r ->
          Faults.one("reason", "must be one of " + String.join(", ", r.known()), r.reason())
              .problem();
      case ReasonNeeded r ->
          Faults.one("reason", "is needed: it is not explained yet", null).problem();
      case NoteNeeded r ->
          Faults.one("note", "is needed with reason " + r.reason(), null).problem();
    };
  }

  private static Problem on(Problem problem, ItemId item) {
    return problem.with("location", item.location()).with("sku", item.sku());
  }
}
