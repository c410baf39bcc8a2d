package io.stockledger.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final int CALLERS = 20;
  private static final Caller CALLER = new Caller("till", "1", Set.of(), Set.of(), null);

  @Test
  void where_nobody_can_say_all_who_wait_are_told_by_one_question() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger came = new AtomicInteger();
    CountDownLatch patience = new CountDownLatch(1);
    Credentials credentials =
        new Credentials(
            query -> {
              asked.incrementAndGet();
              try {
                patience.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new IllegalStateException("the store is away");
            },
            Clock.systemUTC());
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      List<CompletableFuture<Boolean>> told =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            came.incrementAndGet();
                            return credentials.isStillGood(CALLER);
                          },
                          callers))
              .limit(CALLERS)
              .toList();
      await().until(() -> came.get() == CALLERS);
      patience.countDown();
      for (CompletableFuture<Boolean> one : told) {
        assertThat(one)
            .failsWithin(Duration.ofSeconds(10))
            .withThrowableThat()
            .withMessageContaining("the store is away");
      }
    }
    assertThat(asked).hasValue(1);
  }
}
