package io.stockledger.command.transfer;

import io.stockledger.api.Refusal;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.transfer.TransferOutcome;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.Surroundings;
import java.util.List;

/** What the rules answer to a command on transfers. */
sealed interface Verdict {
  record Refused(Refusal refusal) implements Verdict {}

  /**
   * @param drafts the items with what would be recorded
   * @param after the transfer with these entries
   * @param created it comes into being by this command
   */
  record Accepted(Drafts drafts, Transfer after, boolean created) implements Verdict {
    TransferOutcome outcome() {
      return new TransferOutcome(
          after.shown(),
          drafts.touched().stream().map(draft -> draft.item().after(drafts.now())).toList(),
          created);
    }
  }

  static Verdict refused(Refusal refusal) {
    return new Refused(refusal);
  }

  /**
   * What was recorded on the drafts stands, unless an item may not hold it any more, or a figure
   * became too large by it.
   */
  static Verdict accepted(
      Drafts drafts, Transfer before, boolean created, Surroundings surroundings) {
    for (ItemDraft draft : drafts.touched()) {
      Refusal refusal = surroundings.closed(draft);
      if (refusal == null) {
        refusal = draft.tooLarge();
      }
      if (refusal != null) {
        return refused(refusal);
      }
    }
    List<StockEvent> events =
        drafts.touched().stream().flatMap(draft -> draft.events().stream()).toList();
    return new Accepted(drafts, before.evolve(events), created);
  }
}
