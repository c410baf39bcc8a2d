package io.stockledger.server.bulk;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.OverloadedException;
import io.stockledger.ledger.ShuttingDownException;
import io.stockledger.ledger.StoreUnavailableException;
import io.stockledger.server.bulk.Element.Ready;
import io.stockledger.server.http.Causes;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import io.stockledger.server.write.ElementAnswer;
import io.stockledger.server.write.WriteGateway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are decided each for itself, in their order: all are sent before the first answer
 * is waited for. Where the ledger did not take one, those behind it are not sent: decided before it
 * they might be refused for the want of it, and that answer would stay with their keys.
 */
final class SentElements {
  private final BiFunction<Object, Write, CompletableFuture<Answer>> writes;
  private final ProblemWriter problems;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Sent> byKey = new HashMap<>();
  private final long deadline;
  private @Nullable CompletableFuture<Answer> last;

  /**
   * @param writes sends a command
   * @param patience how long answers are waited for, from now on
   */
  SentElements(
      BiFunction<Object, Write, CompletableFuture<Answer>> writes,
      ProblemWriter problems,
      Duration patience) {
    this.writes = writes;
    this.problems = problems;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** What the element in one place of the request will be told. */
  private sealed interface Place {}

  private record Known(ElementAnswer answer) implements Place {}

  /**
   * @param again the same command under the same key stands before it in the request
   */
  private record Sent(Ready element, CompletableFuture<Answer> answer, boolean again)
      implements Place {}

  void add(Element element) {
    places.add(
        switch (element) {
          case Ready ready -> send(ready);
          case Element.Ended ended -> known(ended, ended.problem());
          case Element.Malformed malformed -> known(malformed, malformed.problem());
        });
  }

  private Place send(Ready ready) {
    String key = ready.key();
    Sent before = key == null || ready.write().dryRun() ? null : byKey.get(key);
    if (before != null) {
      return before.element().write().requestHash().equals(ready.write().requestHash())
          ? new Sent(ready, before.answer(), true)
          : known(
              ready,
              Problem.of(
                  ProblemType.IDEMPOTENCY_KEY_REUSED,
                  "Element " + before.element().index() + " has the same key."));
    }
    Sent sent = new Sent(ready, sendBehindTheLast(ready), false);
    if (key != null) {
      byKey.put(key, sent);
    }
    return sent;
  }

  private CompletableFuture<Answer> sendBehindTheLast(Ready ready) {
    CompletableFuture<Answer> before = last;
    if (before == null || !isLost(before)) {
      last = writes.apply(ready.command(), ready.write());
      return last;
    }
    return before;
  }

  /** The ledger did not take it, or lost it with all that waited. */
  private static boolean isLost(CompletableFuture<Answer> sent) {
    return sent.isCompletedExceptionally()
        && Causes.of(sent.exceptionNow())
            .anyMatch(
                cause ->
                    cause instanceof OverloadedException
                        || cause instanceof ShuttingDownException
                        || cause instanceof StoreUnavailableException);
  }

  private Known known(Element element, Problem problem) {
    return new Known(ElementAnswer.of(element.index(), element.key(), problem, problems));
  }

  int size() {
    return places.size();
  }

  boolean isDone(int index) {
    return !(places.get(index) instanceof Sent sent) || sent.answer().isDone();
  }

  /** Waits for the answer; one that does not come in time is told as such. */
  ElementAnswer await(int index) {
    return switch (places.get(index)) {
      case Known known -> known.answer();
      case Sent sent -> await(sent);
    };
  }

  private ElementAnswer await(Sent sent) {
    try {
      Answer answer =
          sent.answer().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return ElementAnswer.of(
          sent.element().index(),
          sent.element().key(),
          sent.again() ? answer.again() : answer,
          sent.element().write().dryRun());
    } catch (TimeoutException e) {
      return undecided(sent, WriteGateway.notYet());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return undecided(sent, WriteGateway.shuttingDown());
    } catch (ExecutionException e) {
      return undecided(sent, Failures.problemOf(e.getCause() == null ? e : e.getCause()));
    }
  }

  private ElementAnswer undecided(Sent sent, Problem problem) {
    return ElementAnswer.of(sent.element().index(), sent.element().key(), problem, problems);
  }
}
