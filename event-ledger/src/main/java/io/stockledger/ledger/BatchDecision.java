package io.stockledger.ledger;

import io.stockledger.ledger.store.RoundTrip;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides commands into an open batch. What they will ask for is looked up for all at once. */
final class BatchDecision {

  private static final Logger log = LoggerFactory.getLogger(BatchDecision.class);

  private final Decisions decisions;
  private final LedgerClaims claims;
  private final Function<CommandMessage<?>, Collection<String>> claimIds;

  BatchDecision(
      Decisions decisions,
      LedgerClaims claims,
      Function<CommandMessage<?>, Collection<String>> claimIds) {
    this.decisions = decisions;
    this.claims = claims;
    this.claimIds = claimIds;
  }

  /** Decides them in order, on top of what the batch holds. */
  void decide(List<WaitingCommand> commands, OpenBatch batch) throws SQLException {
    commands.forEach(batch::take);
    RoundTrip lookUps = new RoundTrip();
    Map<ReceiptKey, Receipt> receipts = ReceiptTable.find(lookUps, keys(commands));
    claims.prefetch(lookUps, claimIds(commands));
    lookUps.make(batch.lookUps());
    for (WaitingCommand command : commands) {
      batch.decided(decisions.outcome(command, batch, receipts));
      batch.requireIntact();
    }
  }

  private static List<ReceiptKey> keys(List<WaitingCommand> commands) {
    return commands.stream().flatMap(command -> command.receiptKeys().stream()).toList();
  }

  /** A command whose claims cannot be told is decided all the same, and asks for them itself. */
  private Set<String> claimIds(List<WaitingCommand> commands) {
    Set<String> ids = new LinkedHashSet<>();
    for (WaitingCommand command : commands) {
      for (CommandMessage<?> message : command.handledMessages()) {
        try {
          ids.addAll(claimIds.apply(message));
        } catch (RuntimeException e) {
          log.warn("which claims {} needs cannot be told", message.getCommandName(), e);
        }
      }
    }
    return ids;
  }
}
