package io.stockledger.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Decides commands into an open batch. What they will ask for is looked up for all at once. */
final class BatchDecision {

  private final Decisions decisions;
  private final LookUps lookUps;

  BatchDecision(Decisions decisions, LookUps lookUps) {
    this.decisions = decisions;
    this.lookUps = lookUps;
  }

  /** Decides them in order, on top of what the batch holds. */
  void decide(List<WaitingCommand> commands, OpenBatch batch) throws SQLException {
    commands.forEach(batch::take);
    Map<ReceiptKey, Receipt> receipts = lookUps.make(commands, batch);
    for (WaitingCommand command : commands) {
      batch.decided(decisions.outcome(command, batch, receipts));
      batch.requireIntact();
    }
  }
}
