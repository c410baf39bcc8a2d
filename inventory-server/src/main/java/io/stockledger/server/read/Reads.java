package io.stockledger.server.read;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.server.http.Headers;
import io.stockledger.server.http.Read;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemException;
import io.stockledger.server.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Asks the read side, once it knows what the caller must see. */
@Component
public class Reads {
  /** How long a read waits for {@code Ledger-Min-Position}. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

  private static final int LONGEST_QUERY_SECONDS = 30;

  /** Whoever keeps it asks each time whether it still holds. */
  public static final String ASK_ALWAYS = "private, no-cache";

  private final QueryGateway queries;
  private final ReadModels models;
  private final NearAnswers near;

  Reads(QueryGateway queries, ReadModels models, NearAnswers near) {
    this.queries = queries;
    this.models = models;
    this.near = near;
  }

  /** The view, or 304 where the caller has it already. */
  public <V extends Answer.View> ResponseEntity<V> answer(
      Query<V> query, Read read, String... fromModels) {
    return answer(query, read, view -> ASK_ALWAYS, fromModels);
  }

  /**
   * The view, or 304 where the caller has it already.
   *
   * @param control what its {@code Cache-Control} is
   */
  public <V extends Answer.View> ResponseEntity<V> answer(
      Query<V> query, Read read, Function<V, String> control, String... fromModels) {
    long minPosition = read.minPosition() == null ? 0 : read.minPosition();
    Optional<V> known = near.find(query, minPosition);
    if (known.isPresent()) {
      return tagged(known.get(), read, control.apply(known.get()));
    }
    awaitPosition(read, fromModels);
    V view = view(query);
    return tagged(view, read, control.apply(view));
  }

  /** With its {@code ETag}; without a body where the caller has it. */
  public static <V extends Answer.View> ResponseEntity<V> tagged(V view, Read read) {
    return tagged(view, read, ASK_ALWAYS);
  }

  private static <V extends Answer.View> ResponseEntity<V> tagged(
      V view, Read read, String control) {
    String tag = "\"" + view.stamp() + "\"";
    HttpHeaders headers = new HttpHeaders();
    headers.setETag(tag);
    headers.setCacheControl(control);
    headers.set(Headers.LEDGER_POSITION, Long.toString(view.position()));
    return matches(read.ifNoneMatch(), tag)
        ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).headers(headers).build()
        : ResponseEntity.ok().headers(headers).body(view);
  }

  /**
   * @throws ProblemException when there is no such thing
   */
  public <V extends Answer.View> V view(Query<V> query) {
    return query.viewIn(known(ask(query)));
  }

  /**
   * The view that an answer is.
   *
   * @throws ProblemException when there is no such thing
   */
  public static Answer.View known(Answer answer) {
    return switch (answer) {
      case Answer.Unknown unknown -> throw new ProblemException(unknown(unknown));
      case Answer.OfOthers sum -> throw new ProblemException(ofOthers(sum));
      case Answer.UnknownCursor cursor ->
          throw Faults.one("cursor", "is not one that this list gave out", cursor.cursor());
      case Answer.Parked parked ->
          throw new ProblemException(
              Problem.of(
                      ProblemType.PROJECTION_BEHIND,
                      "The read model stands still for this; an operator has been told.")
                  .with("projection", parked.projection())
                  .with("stream", parked.stream())
                  .with("version", parked.version())
                  .retryAfter(60));
      case Answer.View view -> view;
    };
  }

  /**
   * @throws ProblemException {@code projection-behind}
   */
  public void awaitPosition(Read read, String... fromModels) {
    if (read.minPosition() == null) {
      return;
    }
    try {
      for (String model : fromModels) {
        if (!models.await(model, read.minPosition(), PATIENCE)) {
          throw new ProblemException(
              Problem.of(
                      ProblemType.PROJECTION_BEHIND,
                      "It does not know position " + read.minPosition() + " yet.")
                  .with("projection", model)
                  .retryAfter(1));
        }
      }
    } catch (InterruptedException e) {
      throw shuttingDown();
    }
  }

  /** Gives a read model a moment to see what was just written; a write is true without it. */
  public void settle(long position, String model) {
    try {
      models.await(model, position, PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("cannot tell whether {} knows position {}", model, position, e);
    }
  }

  /** The answer as it is, expected ways of having none included. */
  public Answer ask(Query<?> query) {
    try {
      return queries.query(query, Answer.class).get(LONGEST_QUERY_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw shuttingDown();
    } catch (TimeoutException e) {
      throw new ProblemException(
          Problem.of(ProblemType.OVERLOADED, "There is no answer in time.").retryAfter(1));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    }
  }

  private static ProblemException shuttingDown() {
    Thread.currentThread().interrupt();
    return new ProblemException(
        Problem.of(ProblemType.OVERLOADED, "This node is shutting down.").retryAfter(1));
  }

  private static Problem ofOthers(Answer.OfOthers sum) {
    return Problem.of(
            ProblemType.SUM_POOL,
            "Location "
                + sum.location()
                + " is a sum over others and has no entries: ask each of them.")
        .with("location", sum.location())
        .with("locations", sum.locations());
  }

  private static Problem unknown(Answer.Unknown unknown) {
    ProblemType type = ProblemType.ofWord(unknown.type()).orElse(ProblemType.UNKNOWN_RESOURCE);
    Problem problem = Problem.of(type, type.title() + ".");
    for (Map.Entry<String, String> id : unknown.ids().entrySet()) {
      problem = problem.with(id.getKey(), id.getValue());
    }
    return problem;
  }

  /** Whether the caller has the answer of this tag already. */
  public static boolean isKnown(String tag, Read read) {
    return matches(read.ifNoneMatch(), tag);
  }

  /** Weak or strong, ours is compared as it stands; {@code *} means whatever there is. */
  private static boolean matches(@Nullable String ifNoneMatch, String tag) {
    if (ifNoneMatch == null) {
      return false;
    }
    for (String one : StringUtils.commaDelimitedListToStringArray(ifNoneMatch)) {
      String bare = one.strip();
      if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }
}
