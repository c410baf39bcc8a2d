package io.stockledger.ledger;

import io.stockledger.ledger.store.EventStages;
import io.stockledger.ledger.store.EventTable;
import io.stockledger.ledger.store.LedgerEngine;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.ledger.store.StoreFailures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a batch: lock, look, decide, write, commit. Either all of it or nothing. */
final class BatchRunner {

  private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);

  /** After so many foreign positions it is cheaper to read states anew than to find out which. */
  private static final long MANY_POSITIONS = 100_000;

  private final DeciderSession session;
  private final EventStages stages;
  private final LedgerEngine engine;
  private final LedgerFeed feed;
  private final Decisions decisions;
  private final List<BatchPart> parts;
  private final LedgerClaims claims;
  private final Function<CommandMessage<?>, Collection<String>> claimIds;
  private final InstantSource clock;
  private long knownHead = -1;

  BatchRunner(
      DeciderSession session,
      EventStages stages,
      LedgerEngine engine,
      LedgerFeed feed,
      Decisions decisions,
      List<BatchPart> parts,
      LedgerClaims claims,
      Function<CommandMessage<?>, Collection<String>> claimIds,
      InstantSource clock) {
    this.session = session;
    this.stages = stages;
    this.engine = engine;
    this.feed = feed;
    this.decisions = decisions;
    this.parts = parts;
    this.claims = claims;
    this.claimIds = claimIds;
    this.clock = clock;
  }

  /**
   * Decides the commands and makes the decisions durable.
   *
   * @return what to answer, in order
   * @throws SQLException if the database failed; whether it committed may be unknown
   */
  List<Outcome> run(List<WaitingCommand> commands) throws SQLException {
    List<Outcome> outcomes = new ArrayList<>(commands.size());
    OpenBatch batch;
    try {
      batch = open();
      decideAll(commands, batch, outcomes);
      commit(batch);
    } catch (SQLException | RuntimeException | Error e) {
      parts.forEach(BatchPart::lost);
      outcomes.forEach(outcome -> outcome.lost(e));
      session.rollBack();
      throw e;
    } finally {
      stages.close();
    }
    knownHead = batch.head();
    parts.forEach(BatchPart::durable);
    feed.advanceTo(knownHead);
    outcomes.forEach(Outcome::durable);
    return outcomes;
  }

  private OpenBatch open() throws SQLException {
    Connection connection = session.connection();
    long head = EventTable.lock(connection);
    OpenBatch batch = new OpenBatch(connection, head);
    stages.open(batch);
    if (head != knownHead) {
      noticeOthers(connection, head);
    }
    return batch;
  }

  /** Somebody else wrote: what is remembered of those streams is completed before it is used. */
  private void noticeOthers(Connection connection, long head) throws SQLException {
    if (knownHead < 0 || head < knownHead || head - knownHead > MANY_POSITIONS) {
      parts.forEach(BatchPart::forget);
    } else {
      List<String> streams = EventTable.streamsAfter(connection, knownHead);
      parts.forEach(part -> part.writtenElsewhere(streams));
    }
    knownHead = head;
  }

  private void decideAll(List<WaitingCommand> commands, OpenBatch batch, List<Outcome> outcomes)
      throws SQLException {
    Map<ReceiptKey, Receipt> receipts = ReceiptTable.find(batch.connection(), keys(commands));
    claims.prefetch(batch.connection(), claimIds(commands));
    for (WaitingCommand command : commands) {
      outcomes.add(decisions.outcome(command, batch, receipts));
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

  private void commit(OpenBatch batch) throws SQLException {
    Connection connection = batch.connection();
    if (batch.rows().isEmpty() && batch.receipts().isEmpty()) {
      session.rollBack();
      return;
    }
    insertEvents(batch);
    ReceiptTable.insert(connection, batch.receipts());
    claims.write(connection, clock.instant());
    if (!batch.rows().isEmpty()) {
      EventTable.announce(connection);
    }
    connection.commit();
  }

  private void insertEvents(OpenBatch batch) throws SQLException {
    if (batch.rows().isEmpty()) {
      return;
    }
    try {
      EventTable.insert(batch.connection(), batch.startHead(), batch.rows());
    } catch (SQLException e) {
      if (StoreFailures.isDuplicateKey(e)) {
        throw engine.conflict(e, batch.events().getFirst());
      }
      throw e;
    }
  }
}
