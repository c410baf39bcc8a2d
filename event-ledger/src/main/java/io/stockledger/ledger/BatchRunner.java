package io.stockledger.ledger;

import io.stockledger.ledger.ClaimTable.Placed;
import io.stockledger.ledger.store.EventStages;
import io.stockledger.ledger.store.EventTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The two ways of a batch. Under the lock: lock, look, decide, write, commit, at one go. Ahead:
 * decided on states in memory while the batch before is still being written by another thread, and
 * written itself only if nobody else has written meanwhile.
 */
final class BatchRunner {

  /** After so many foreign positions it is cheaper to read states anew than to find out which. */
  private static final long MANY_POSITIONS = 100_000;

  /** Batches under the lock after something went wrong ahead: it often does so again. */
  private static final int CAUTIOUS_BATCHES = 8;

  private final DeciderSession session;
  private final DeciderSession lookUps;
  private final EventStages stages;
  private final BatchDecision decision;
  private final BatchWriter writer;
  private final List<BatchPart> parts;
  private final LedgerClaims claims;
  private long knownHead = -1;
  private int cautious;

  BatchRunner(
      DeciderSession session,
      DeciderSession lookUps,
      EventStages stages,
      BatchDecision decision,
      BatchWriter writer,
      List<BatchPart> parts,
      LedgerClaims claims) {
    this.session = session;
    this.lookUps = lookUps;
    this.stages = stages;
    this.decision = decision;
    this.writer = writer;
    this.parts = parts;
    this.claims = claims;
  }

  /**
   * Decides the commands under the lock and makes the decisions durable.
   *
   * @return what to answer, in order
   * @throws SQLException if the database failed; whether it committed may be unknown
   */
  List<Outcome> run(List<WaitingCommand> commands) throws SQLException {
    OpenBatch batch = null;
    try {
      batch = underLock();
      decision.decide(commands, batch);
      parts.forEach(BatchPart::takeOff);
      writer.write(batch, claims.onItsWay());
    } catch (SQLException | RuntimeException | Error e) {
      lose(batch, e);
      session.rollBack();
      throw e;
    } finally {
      stages.close();
    }
    land(batch);
    cautious = Math.max(0, cautious - 1);
    batch.outcomes().forEach(Outcome::durable);
    return batch.outcomes();
  }

  private OpenBatch underLock() throws SQLException {
    Connection connection = session.connection();
    long head = writer.lock();
    OpenBatch batch = new OpenBatch(connection, head, null);
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

  /** Whether what is in memory is likely to be the newest there is. */
  boolean mayGoAhead() {
    return knownHead >= 0 && cautious == 0;
  }

  /** Opens a batch on top of what is known, and of the batch that is on its way. */
  OpenBatch ahead(@Nullable Flight predecessor) throws SQLException {
    long head = predecessor == null ? knownHead : predecessor.batch().head();
    return new OpenBatch(lookUps.connection(), head, predecessor);
  }

  /** Decides more commands into a batch ahead. */
  void decideAhead(List<WaitingCommand> commands, OpenBatch batch) throws SQLException {
    stages.open(batch);
    try {
      decision.decide(commands, batch);
    } finally {
      stages.close();
    }
  }

  /**
   * Sends a batch on its way.
   *
   * @param answer is given the outcomes, on the executor's thread, once they are durable
   * @param over is told when it has landed, well or not
   */
  Flight takeOff(
      OpenBatch batch, Executor executor, Consumer<List<Outcome>> answer, Runnable over) {
    parts.forEach(BatchPart::takeOff);
    Collection<Placed> placed = claims.onItsWay();
    CompletableFuture<Void> landing = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            writer.writeAhead(batch, placed);
            batch.outcomes().forEach(Outcome::durable);
            answer.accept(batch.outcomes());
            landing.complete(null);
          } catch (Exception | Error e) {
            landing.completeExceptionally(e);
          }
          over.run();
        });
    return new Flight(batch, landing);
  }

  /** A batch is durable. */
  void land(OpenBatch batch) {
    knownHead = batch.head();
    parts.forEach(BatchPart::durable);
  }

  /** Something went wrong ahead: for a while batches are decided under the lock. */
  void beCautious() {
    cautious = CAUTIOUS_BATCHES;
    lookUps.discard();
  }

  /** A batch, and everything in memory that is not durable, is lost. */
  void lose(@Nullable OpenBatch batch, Throwable cause) {
    parts.forEach(BatchPart::lost);
    if (batch != null) {
      batch.outcomes().forEach(outcome -> outcome.lost(cause));
    }
  }
}
