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
 * same key in at a time. Commands that are decided together count as so many.
 */
final class Intake {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final int capacity;
  private final Set<ReceiptKey> keysInFlight = new HashSet<>();
  private List<WaitingCommand> waiting = new ArrayList<>();
  private int size;
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
    Set<ReceiptKey> keys = command.receiptKeys();
    lock.lock();
    try {
      if (closed) {
        throw new ShuttingDownException();
      }
      if (size >= capacity) {
        throw new OverloadedException(size);
      }
      for (ReceiptKey key : keys) {
        if (keysInFlight.contains(key)) {
          throw new KeyInFlightException(key.key());
        }
      }
      keysInFlight.addAll(keys);
      waiting.add(command);
      size += command.size();
      if (size >= wanted) {
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for commands and takes some, in order and at least one, however many it is made of; fewer
   * than wanted, or none, once it is closed or something else is to be done first.
   *
   * @param atLeast as many are worth the while
   * @param otherwise whether something else is to be done; asked again after each {@link #nudge}
   */
  List<WaitingCommand> take(int atLeast, int atMost, BooleanSupplier otherwise) {
    lock.lock();
    try {
      wanted = atLeast;
      while (size < atLeast && !closed && !otherwise.getAsBoolean()) {
        changed.awaitUninterruptibly();
      }
      if (size <= atMost) {
        return takeAll();
      }
      int count = 0;
      int taken = 0;
      while (count < waiting.size()
          && (count == 0 || taken + waiting.get(count).size() <= atMost)) {
        taken += waiting.get(count++).size();
      }
      return takeFirst(count, taken);
    } finally {
      lock.unlock();
    }
  }

  private List<WaitingCommand> takeFirst(int count, int sizeOfThem) {
    List<WaitingCommand> taken = List.copyOf(waiting.subList(0, count));
    waiting.subList(0, count).clear();
    size -= sizeOfThem;
    return taken;
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
      size = 0;
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
        keysInFlight.removeAll(command.receiptKeys());
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
      return size;
    } finally {
      lock.unlock();
    }
  }
}
