package io.stockledger.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The queue before the decider. It is bounded, closes for good, and lets no two commands with the
 * same key in at a time.
 */
final class Intake {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int capacity;
  private final Set<ReceiptKey> keysInFlight = new HashSet<>();
  private List<WaitingCommand> waiting = new ArrayList<>();
  private int wanted = 1;
  private boolean closed;

  Intake(int capacity) {
    this.capacity = capacity;
  }

  /**
   * @throws ShuttingDownException after {@link #close}
   * @throws OverloadedException if the queue is full
   * @throws KeyInFlightException if a command with its key was taken and is not yet answered
   */
  void offer(WaitingCommand command) {
    ReceiptKey key = command.receiptKey();
    lock.lock();
    try {
      if (closed) {
        throw new ShuttingDownException();
      }
      if (waiting.size() >= capacity) {
        throw new OverloadedException(waiting.size());
      }
      if (key != null && !keysInFlight.add(key)) {
        throw new KeyInFlightException(key.key());
      }
      waiting.add(command);
      if (waiting.size() >= wanted) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for commands and takes some, in order; fewer than wanted, or none, once it is closed or
   * something else is to be done first.
   *
   * @param atLeast as many are worth the while
   * @param otherwise whether something else is to be done; asked again after each {@link #nudge}
   */
  List<WaitingCommand> take(int atLeast, int atMost, BooleanSupplier otherwise) {
    lock.lock();
    try {
      wanted = atLeast;
      while (waiting.size() < atLeast && !closed && !otherwise.getAsBoolean()) {
        changed.awaitUninterruptibly();
      }
      if (waiting.size() <= atMost) {
        return takeAll();
      }
      List<WaitingCommand> taken = List.copyOf(waiting.subList(0, atMost));
      waiting.subList(0, atMost).clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** Something else may be to be done. */
  void nudge() {
    lock.lock();
    try {
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Takes what waits now. */
  List<WaitingCommand> takeAll() {
    lock.lock();
    try {
      List<WaitingCommand> taken = waiting;
      waiting = new ArrayList<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** These commands are about to be answered: their keys may come again. */
  void release(Collection<WaitingCommand> answered) {
    lock.lock();
    try {
      for (WaitingCommand command : answered) {
        ReceiptKey key = command.receiptKey();
        if (key != null) {
          keysInFlight.remove(key);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
