package io.stockledger.api.stock;

import io.stockledger.api.Refusal;
import java.util.List;

/** Every reason for which something about a discrepancy is refused. */
public sealed interface DiscrepancyRefusal extends Refusal {
  /** The item never had a discrepancy of this id. */
  record UnknownDiscrepancy(ItemId item, String discrepancyId) implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "unknown-discrepancy";
    }
  }

  /** It is settled and takes nothing more. */
  record DiscrepancyClosed(ItemId item, String discrepancyId) implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "discrepancy-closed";
    }
  }

  /** The id was used for another one, somewhere in the ledger. */
  record DuplicateDiscrepancy(String discrepancyId) implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "duplicate-id";
    }
  }

  /**
   * Its reason is one that only a manager may settle, or adjust figures for.
   *
   * @param reason what it is explained with
   */
  record ApprovalNeeded(ItemId item, String discrepancyId, String reason)
      implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "approval-needed";
    }
  }

  /**
   * The code is not on the list. Not a decision to remember: it is a fault of the request.
   *
   * @param known the codes that are
   */
  record UnknownReason(String reason, List<String> known) implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "invalid-request";
    }
  }

  /** To adjust or to close it, it must be explained, now or before. A fault of the request. */
  record ReasonNeeded(String discrepancyId) implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "invalid-request";
    }
  }

  /** This reason says nothing without a note. A fault of the request. */
  record NoteNeeded(String reason) implements DiscrepancyRefusal {
    @Override
    public String type() {
      return "invalid-request";
    }
  }
}
