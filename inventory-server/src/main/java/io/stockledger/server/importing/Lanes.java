package io.stockledger.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in a fixed number of lanes: those of the same name in their order, those of different
 * names side by side. The giver waits when a lane is full.
 */
final class Lanes implements AutoCloseable {
  private static final int LENGTH = 100;

  /** An empty one ends a lane. */
  private final List<BlockingQueue<Optional<Runnable>>> queues = new ArrayList<>();

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  Lanes(int count) {
    for (int i = 0; i < count; i++) {
      BlockingQueue<Optional<Runnable>> queue = new ArrayBlockingQueue<>(LENGTH);
      queues.add(queue);
      threads.add(Thread.ofVirtual().name("lane-" + i).start(() -> run(queue)));
    }
  }

  /**
   * @throws RuntimeException what a task before has thrown
   */
  void give(String name, Runnable task) {
    throwFailure();
    put(queues.get(Math.floorMod(name.hashCode(), queues.size())), Optional.of(task));
  }

  /** After a failure tasks are taken and dropped, so that nobody waits for ever. */
  private void run(BlockingQueue<Optional<Runnable>> queue) {
    try {
      for (Optional<Runnable> task = queue.take(); task.isPresent(); task = queue.take()) {
        if (failure.get() == null) {
          run(task.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  /** Waits for all tasks. */
  void finish() {
    queues.forEach(queue -> put(queue, Optional.empty()));
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while lanes were running", e);
      }
    }
    throwFailure();
  }

  private void throwFailure() {
    RuntimeException thrown = failure.get();
    if (thrown != null) {
      throw thrown;
    }
  }

  private static void put(BlockingQueue<Optional<Runnable>> queue, Optional<Runnable> task) {
    try {
      queue.put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a lane was full", e);
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
