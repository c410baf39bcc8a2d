package io.stockledger.ledger;

import io.stockledger.ledger.store.StoreFailures;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a node that decides. It takes what waits into a batch, decides more while the
 * batch before is being written by the {@linkplain #writing other thread}, and sends it on its way
 * when that one has landed.
 *
 * <p>When anything goes wrong, what is not durable is forgotten and decided again under the
 * ledger's lock: a failure that may pass is met by running the whole batch again on a new
 * connection, where receipts tell which commands had been committed after all; one that will not
 * pass, by running the commands one by one, so that only the guilty one fails.
 */
final class Decider implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Decider.class);

  /** While a batch is on its way, such a part of a full one is worth looking things up for. */
  private static final int WORTHWHILE_PART = 32;

  /** It is not them but the database. */
  private static final int LATE_IN_A_ROW = 2;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

  private final Intake intake;
  private final BatchRunner runner;
  private final DeciderSession session;
  private final DeciderSession lookUps;
  private final int batchSize;
  private final Duration retryFor;
  private final ExecutorService writing =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("ledger-writer").daemon().factory());
  private final ExecutorService answers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("ledger-answer-", 0).factory());
  private final Thread thread =
      Thread.ofPlatform().name("ledger-decider").daemon().unstarted(this::work);
  private @Nullable OpenBatch open;
  private @Nullable Flight flight;
  private boolean storeGone;
  private int lateInARow;

  Decider(
      Intake intake,
      BatchRunner runner,
      DeciderSession session,
      DeciderSession lookUps,
      int batchSize,
      Duration retryFor) {
    this.intake = intake;
    this.runner = runner;
    this.session = session;
    this.lookUps = lookUps;
    this.batchSize = batchSize;
    this.retryFor = retryFor;
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  private void work() {
    try (writing;
        session;
        lookUps) {
      boolean more = true;
      while (more) {
        more = turn();
      }
    }
  }

  /** Decides what waits, lands what has arrived, sends off what is decided; false at the end. */
  private boolean turn() {
    int room = batchSize - (open == null ? 0 : open.size());
    int worthwhile =
        flight == null ? 1 : Math.clamp(batchSize / WORTHWHILE_PART, 1, Math.max(1, room));
    List<WaitingCommand> commands =
        room <= 0 ? List.of() : intake.take(worthwhile, room, this::flightIsOver);
    if (!commands.isEmpty()) {
      decide(commands);
    } else if (open == null && flight == null) {
      return false;
    }
    if (flight != null && (flight.isOver() || commands.isEmpty())) {
      land(flight);
    }
    if (flight == null && open != null) {
      flight = runner.takeOff(open, writing, this::answer, intake::nudge);
      open = null;
    }
    return true;
  }

  private boolean flightIsOver() {
    return flight != null && flight.isOver();
  }

  private void decide(List<WaitingCommand> commands) {
    if (open == null && !runner.mayGoAhead()) {
      if (flight != null) {
        land(flight);
      }
      seeThrough(commands);
      return;
    }
    try {
      if (open == null) {
        open = runner.ahead(flight);
      }
      runner.decideAhead(commands, open);
    } catch (Exception | Error e) {
      startOver(e, open == null ? commands : List.of());
    }
  }

  private void land(Flight arriving) {
    try {
      arriving.await();
      runner.land(arriving.batch());
      flight = null;
      storeGone = false;
    } catch (SQLException e) {
      startOver(e, List.of());
    }
  }

  /**
   * Decides under the lock what is not durable: the batch on its way if it did not land well, then
   * the one built on it, then these commands.
   */
  private void startOver(Throwable cause, List<WaitingCommand> commands) {
    log.info("deciding again under the lock: {}", cause.toString());
    List<List<WaitingCommand>> again = new ArrayList<>();
    Flight before = flight;
    OpenBatch after = open;
    flight = null;
    open = null;
    if (before != null) {
      try {
        before.await();
        runner.land(before.batch());
      } catch (SQLException e) {
        runner.lose(before.batch(), e);
        again.add(before.batch().commands());
      }
    }
    if (after != null) {
      runner.lose(after, cause);
      again.add(after.commands());
    }
    runner.beCautious();
    again.add(commands);
    again.stream().filter(batch -> !batch.isEmpty()).forEach(this::seeThrough);
  }

  /**
   * Returns when every command of the batch has its answer. Nothing may end the thread.
   *
   * @return false if the database was given up
   */
  private boolean seeThrough(List<WaitingCommand> batch) {
    long failingSince = 0;
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        List<Outcome> outcomes = runner.run(batch);
        storeGone = false;
        lateInARow = 0;
        answer(outcomes);
        return true;
      } catch (Exception | Error e) {
        if (!StoreFailures.mayPass(e)) {
          return isolate(batch, e);
        }
        session.discard();
        if (StoreFailures.isTimeOut(e)) {
          return late(batch, e);
        }
        long now = System.nanoTime();
        failingSince = failingSince == 0 ? now : failingSince;
        if (storeGone || now - failingSince > retryFor.toNanos()) {
          giveUp(batch, e);
          return false;
        }
        log.info("running {} commands again: {}", batch.size(), e.toString());
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      }
    }
  }

  private boolean isolate(List<WaitingCommand> batch, Throwable cause) {
    if (batch.size() == 1) {
      WaitingCommand command = batch.getFirst();
      log.warn("{} cannot be written", command.name(), cause);
      answer(List.of(Outcome.failed(command, cause)));
      return true;
    }
    log.info("running {} commands one by one: {}", batch.size(), cause.toString());
    for (int i = 0; i < batch.size(); i++) {
      if (!seeThrough(List.of(batch.get(i)))) {
        giveUp(batch.subList(i + 1, batch.size()), cause);
        return false;
      }
    }
    return true;
  }

  /**
   * The database ended it because it took too long, and may do so each time: the others of its
   * batch shall not pay for one, and nobody for a database that is slow with everything.
   */
  private boolean late(List<WaitingCommand> batch, Throwable cause) {
    if (batch.size() > 1 && !storeGone) {
      return isolate(batch, cause);
    }
    if (storeGone || ++lateInARow == LATE_IN_A_ROW) {
      lateInARow = 0;
      giveUp(batch, cause);
      return false;
    }
    log.warn("{} took too long", batch.getFirst().name(), cause);
    answer(List.of(Outcome.failed(batch.getFirst(), new StoreUnavailableException(cause))));
    return true;
  }

  /**
   * Answers all that waits: each batch would wait for the same time-outs again. Later ones have one
   * try each until one succeeds.
   */
  private void giveUp(List<WaitingCommand> batch, Throwable cause) {
    storeGone = true;
    List<WaitingCommand> all = new ArrayList<>(batch);
    all.addAll(intake.takeAll());
    log.error("the database does not answer: {} commands fail", all.size(), cause);
    answer(
        all.stream()
            .map(command -> Outcome.failed(command, new StoreUnavailableException(cause)))
            .toList());
  }

  /** Callbacks are others' code and may take their time: not on this thread. */
  private void answer(List<Outcome> outcomes) {
    intake.release(outcomes.stream().map(Outcome::command).toList());
    for (Outcome outcome : outcomes) {
      answers.execute(() -> outcome.command().answer(outcome.result()));
    }
  }

  /** Takes no more commands, and returns when all that were taken are answered. */
  @Override
  public void close() {
    intake.close();
    if (Thread.currentThread() != thread) {
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    answers.close();
  }
}
