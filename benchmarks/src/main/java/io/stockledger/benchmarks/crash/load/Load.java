package io.stockledger.benchmarks.crash.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Clients at work, until they are told to stop. */
public final class Load {
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Void>> clients = new ArrayList<>();

  private Load() {}

  /**
   * @param name begins their names, and so their keys and ids
   * @param faces of the nodes that are to be written to; may change while they are at work
   */
  public static Load start(
      String name, int clients, Random random, List<Item> items, Supplier<List<Face>> faces) {
    Load load = new Load();
    for (int i = 1; i <= clients; i++) {
      Random own = new Random(random.nextLong());
      load.clients.add(
          load.threads.submit(
              new Client(faces, own, name + "c" + i, items, load.end, load.threads)));
    }
    return load;
  }

  /** Comes back when all that was sent is answered or given up. */
  public void stop() throws InterruptedException {
    end.countDown();
    try {
      for (Future<Void> client : clients) {
        client.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed", e.getCause());
    } finally {
      threads.close();
    }
  }
}
