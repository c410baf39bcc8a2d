package io.stockledger.benchmarks.crash.load;

import io.stockledger.benchmarks.crash.history.Attempt;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends one command after the other, or several as one. Some it sends twice, some to two nodes at
 * once, and of those that were not answered it gives some up and repeats others until they are.
 */
final class Client implements Callable<Void> {
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Supplier<List<Face>> faces;
  private final Random random;
  private final String name;
  private final RequestMaker requests;
  private final CountDownLatch end;
  private final Executor threads;
  private int sent;

  /**
   * @param faces of the nodes that are to be written to
   * @param end after which it begins nothing new
   * @param threads for what it does at the same time
   */
  Client(
      Supplier<List<Face>> faces,
      Random random,
      String name,
      List<Item> items,
      CountDownLatch end,
      Executor threads) {
    this.faces = faces;
    this.random = random;
    this.name = name;
    this.requests = new RequestMaker(random, name, items);
    this.end = end;
    this.threads = threads;
  }

  @Override
  public Void call() throws InterruptedException {
    while (end.getCount() > 0) {
      String key = name + "-k" + ++sent;
      if (random.nextInt(10) == 0) {
        sendTogether(key);
        continue;
      }
      Request request = requests.next();
      boolean patient = random.nextBoolean();
      boolean twice = random.nextInt(33) == 0;
      if (random.nextInt(50) == 0) {
        atOnce(key, request);
      }
      Attempt attempt = face().send(key, request);
      while (!attempt.isDecided() && !ended()) {
        if (!patient) {
          break;
        }
        attempt = face().send(key, request);
      }
      if (attempt.isRefused()) {
        requests.refused(request, attempt.answer());
      }
      if (twice && attempt.isDecided()) {
        face().send(key, request);
      }
    }
    return null;
  }

  private void sendTogether(String key) throws InterruptedException {
    List<Request> parts = requests.together();
    boolean patient = random.nextBoolean();
    boolean decided = face().sendTogether(key, parts);
    while (!decided && patient && !ended()) {
      decided = face().sendTogether(key, parts);
    }
    if (decided && random.nextInt(10) == 0) {
      face().sendTogether(key, parts);
    }
  }

  /** The same command from another thread; whichever comes first is decided. */
  private void atOnce(String key, Request request) {
    Face other = face();
    threads.execute(() -> quietly(other, key, request));
  }

  private static void quietly(Face face, String key, Request request) {
    try {
      face.send(key, request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended() throws InterruptedException {
    return end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Face face() {
    List<Face> now = faces.get();
    return now.get(random.nextInt(now.size()));
  }
}
