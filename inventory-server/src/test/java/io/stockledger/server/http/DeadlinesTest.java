package io.stockledger.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Deadlines deadlines = new Deadlines();

  @AfterEach
  void close() {
    deadlines.close();
  }

  @Test
  void what_lasts_too_long_is_ended_and_nothing_before() {
    Deadlines.Limit limit = deadlines.limit(HOUR);
    CompletableFuture<String> awaited = new CompletableFuture<>();
    long before = System.nanoTime();
    limit.watch(awaited, late -> late.complete("late"));
    long after = System.nanoTime();
    limit.endWhatIsOver(before + HOUR.toNanos() - 1);
    assertThat(awaited).isNotDone();
    limit.endWhatIsOver(after + HOUR.toNanos());
    assertThat(awaited).isCompletedWithValue("late");
    assertThat(limit.watched()).isZero();
  }

  @Test
  void what_is_complete_is_forgotten_also_behind_what_is_not() {
    Deadlines.Limit limit = deadlines.limit(HOUR);
    CompletableFuture<String> open = new CompletableFuture<>();
    CompletableFuture<String> answered = new CompletableFuture<>();
    limit.watch(open, late -> late.complete("late"));
    limit.watch(answered, late -> late.complete("late"));
    limit.watch(CompletableFuture.completedFuture("known"), late -> {});
    assertThat(limit.watched()).isEqualTo(2);
    answered.complete("in time");
    limit.endWhatIsOver(System.nanoTime());
    assertThat(answered).isCompletedWithValue("in time");
    assertThat(open).isNotDone();
    assertThat(limit.watched()).isEqualTo(1);
  }

  @Test
  void one_that_cannot_be_ended_keeps_no_other_from_being_ended() {
    Deadlines.Limit limit = deadlines.limit(Duration.ZERO);
    CompletableFuture<String> stubborn = new CompletableFuture<>();
    CompletableFuture<String> next = new CompletableFuture<>();
    limit.watch(
        stubborn,
        late -> {
          throw new IllegalStateException("on purpose");
        });
    limit.watch(next, late -> late.complete("late"));
    limit.endWhatIsOver(System.nanoTime());
    assertThat(next).isCompletedWithValue("late");
    assertThat(limit.watched()).isZero();
  }

  @Test
  void it_looks_by_itself() {
    CompletableFuture<String> awaited = new CompletableFuture<>();
    deadlines.limit(Duration.ofMillis(1)).watch(awaited, late -> late.complete("late"));
    await().atMost(10, TimeUnit.SECONDS).until(awaited::isDone);
  }
}
