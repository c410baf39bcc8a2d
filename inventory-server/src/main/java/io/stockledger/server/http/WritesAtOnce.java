package io.stockledger.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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
  private final WaitingRoom batchRoom;
  private final Deadlines.Limit moment;
  private final Counter turnedAway;

  /**
   * @param batchRoom for requests of many commands, which take as much memory as hundreds of others
   * @param moment for how long a request keeps its place while its client does not send
   */
  WritesAtOnce(
      ProblemWriter problems,
      WaitingRoom room,
      WaitingRoom batchRoom,
      Deadlines.Limit moment,
      MeterRegistry registry) {
    this.problems = problems;
    this.room = room;
    this.batchRoom = batchRoom;
    this.moment = moment;
    this.turnedAway =
        Counter.builder("stockledger.writes.turned.away")
            .description("requests to write that found no room")
            .register(registry);
    Gauge.builder(
            "stockledger.writes.waiting", this, all -> all.room.waiting() + all.batchRoom.waiting())
        .description("requests to write that wait for room")
        .register(registry);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READS.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    Place place = new Place(BodyFilter.isBatch(request) ? batchRoom : room, moment);
    if (!place.take(request)) {
      refuse(request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      place.leave();
      if (place.isTurnedAway()) {
        turnedAway.increment();
      }
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    turnedAway.increment();
    problems.write(noRoom(), request, response);
  }

  static Problem noRoom() {
    return Problem.of(ProblemType.OVERLOADED, "Too many writes are under way; send it again.")
        .retryAfter(1);
  }
}
