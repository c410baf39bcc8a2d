package io.stockledger.server.http;

import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets so many writes in at once, those that came first before those that came later; who finds no
 * room within a moment is told to come again, before anything else is looked at. The ledger is as
 * fast with some hundreds under way as with any number, and a refusal is not free: the server
 * closes the connection with it, and a client that does not heed {@code Retry-After} is back at
 * once.
 */
final class WritesAtOnce extends OncePerRequestFilter {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final ProblemWriter problems;
  private final WaitingRoom room;

  WritesAtOnce(ProblemWriter problems, WaitingRoom room) {
    this.problems = problems;
    this.room = room;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READS.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    if (!findsRoom()) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      room.leave();
    }
  }

  private boolean findsRoom() {
    try {
      return room.enter();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(
        Problem.of(ProblemType.OVERLOADED, "Too many writes are under way; send it again.")
            .retryAfter(1),
        request,
        response);
  }
}
