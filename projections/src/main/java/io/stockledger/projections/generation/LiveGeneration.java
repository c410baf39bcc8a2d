package io.stockledger.projections.generation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What this node knows of the pointer. Its knowledge holds for {@link #TRUSTED} from the moment at
 * which it began to ask; who needs it later asks anew. So that long after the pointer has moved
 * nobody, on any node, begins a read on the generation before; until then the next one stands
 * still.
 */
public final class LiveGeneration {
  /** How long an answer of the database is believed. */
  public static final Duration TRUSTED = Duration.ofMillis(300);

  private static final String POINTER =
      """
      select number, coalesce(extract(epoch from clock_timestamp() - live_since), 1e6) as age
        from readmodel_pointer.generation where state = 'live'
      """;

  private final JdbcClient jdbc;
  private final AtomicReference<@Nullable CompletableFuture<Known>> asking =
      new AtomicReference<>();
  private volatile @Nullable Known known;

  /**
   * @param pointer of the role {@code ledger_app}; not one whose connections reads can use up
   */
  public LiveGeneration(DataSource pointer) {
    this.jdbc = JdbcClient.create(pointer);
  }

  /**
   * What the database said.
   *
   * @param age since when it is live, seconds
   * @param askedAt {@link System#nanoTime} from before it was asked
   */
  record Known(Generation generation, double age, long askedAt) {
    boolean isTrusted(long now) {
      return now - askedAt <= TRUSTED.toNanos();
    }
  }

  /**
   * The generation to read now.
   *
   * @throws org.springframework.dao.DataAccessException when nobody can say
   */
  public Generation current() {
    long now = System.nanoTime();
    Known last = known;
    if (last != null && last.isTrusted(now)) {
      return last.generation();
    }
    Known answer = ask();
    while (answer.askedAt() - now < 0 && !answer.isTrusted(System.nanoTime())) {
      answer = ask(); // somebody else's, who asked too long ago
    }
    return answer.generation();
  }

  /** Asks the database; with somebody who is asking already, if there is one. */
  Known ask() {
    CompletableFuture<Known> mine = new CompletableFuture<>();
    CompletableFuture<Known> others = asking.compareAndExchange(null, mine);
    if (others != null) {
      return answerOf(others);
    }
    try {
      Known answer = newer(read());
      known = answer;
      mine.complete(answer);
    } catch (RuntimeException | Error failure) {
      mine.completeExceptionally(failure);
    } finally {
      asking.set(null);
    }
    return answerOf(mine);
  }

  private static Known answerOf(CompletableFuture<Known> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The pointer moves forward only. */
  private Known newer(Known answer) {
    Known last = known;
    return last != null && last.generation().number() > answer.generation().number()
        ? last
        : answer;
  }

  private Known read() {
    long askedAt = System.nanoTime();
    return jdbc.sql(POINTER)
        .query(
            (row, number) ->
                new Known(new Generation(row.getInt("number")), row.getDouble("age"), askedAt))
        .single();
  }
}
