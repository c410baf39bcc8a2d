package io.stockledger.server.http;

import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many writes in at once, and tells the rest to come again before anything else is looked
 * at: the ledger is as fast with some hundreds under way as with any number, and what it does not
 * spend on those it can only refuse goes to those it serves.
 *
 * <p>A refusal is held back for a moment. Who honours {@code Retry-After} does not notice; who does
 * not would else be back at once, and cost as much as if he were served.
 */
final class WritesAtOnce extends OncePerRequestFilter {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final ProblemWriter problems;
  private final Semaphore room;
  private final Duration heldBack;

  /**
   * @param most writes under way at a time, at least 1
   * @param heldBack how long a refusal waits; zero for not at all
   */
  WritesAtOnce(ProblemWriter problems, int most, Duration heldBack) {
    this.problems = problems;
    this.room = new Semaphore(most);
    this.heldBack = heldBack;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READS.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    if (!room.tryAcquire()) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      room.release();
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      Thread.sleep(heldBack);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    problems.write(
        Problem.of(ProblemType.OVERLOADED, "Too many writes are under way; send it again.")
            .retryAfter(1),
        request,
        response);
  }
}
