package io.stockledger.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadGeneratorTest {
  private static final String GOOD = "HTTP/1.1 201 \r\nContent-Length: 2\r\n\r\nok";
  private static final String BUSY = "HTTP/1.1 503 \r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void every_request_is_answered_once_and_only_good_answers_count_as_work() throws IOException {
    CountedTraffic traffic = new CountedTraffic(100);
    try (ScriptedServer server = new ScriptedServer(n -> n % 4 == 3 ? BUSY : GOOD);
        LoadGenerator generator = new LoadGenerator(server.address(), 8)) {
      Measured measured = generator.closedLoop(traffic, LONG);

      assertThat(traffic.good).hasSize(75).doesNotHaveDuplicates();
      assertThat(traffic.refused).hasSize(25).doesNotHaveDuplicates();
      assertThat(traffic.lost).isEmpty();
      assertThat(measured.units()).isEqualTo(75);
      assertThat(measured.answered(503)).isEqualTo(25);
      assertThat(measured.latencies().getTotalCount()).isEqualTo(75);
    }
  }

  @Test
  void a_connection_that_breaks_leaves_its_request_without_an_outcome_and_the_others_go_on()
      throws IOException {
    CountedTraffic traffic = new CountedTraffic(50);
    try (ScriptedServer server = new ScriptedServer(n -> n == 10 ? null : GOOD);
        LoadGenerator generator = new LoadGenerator(server.address(), 4)) {
      Measured measured = generator.closedLoop(traffic, LONG);

      assertThat(traffic.lost).hasSize(1);
      assertThat(traffic.good).hasSize(49).doesNotContainAnyElementsOf(traffic.lost);
      assertThat(measured.lost()).isEqualTo(1);
    }
  }

  @Test
  void a_server_that_closes_behind_its_answer_is_connected_to_again() throws IOException {
    CountedTraffic traffic = new CountedTraffic(5);
    String last = "HTTP/1.1 200 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server = new ScriptedServer(n -> last);
        LoadGenerator generator = new LoadGenerator(server.address(), 1)) {
      generator.closedLoop(traffic, LONG);

      assertThat(traffic.good).containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(traffic.lost).isEmpty();
    }
  }

  @Test
  void an_answer_in_chunks_is_put_together() throws IOException {
    CountedTraffic traffic = new CountedTraffic(2);
    String chunks =
        String.join(
            "\r\n",
            List.of(
                "HTTP/1.1 207 ",
                "Transfer-Encoding: chunked",
                "",
                "5",
                "hello",
                "A",
                ", all of u",
                "1",
                "s",
                "0",
                "",
                ""));
    try (ScriptedServer server = new ScriptedServer(n -> chunks);
        LoadGenerator generator = new LoadGenerator(server.address(), 1)) {
      generator.closedLoop(traffic, LONG);

      assertThat(traffic.bodies).containsExactly("hello, all of us", "hello, all of us");
    }
  }

  @Test
  void in_an_open_loop_a_stall_is_charged_to_all_who_came_meanwhile() throws IOException {
    CountedTraffic traffic = new CountedTraffic(Integer.MAX_VALUE);
    try (ScriptedServer server = new ScriptedServer(n -> n == 0 ? stalled() : GOOD);
        LoadGenerator generator = new LoadGenerator(server.address(), 1)) {
      Measured measured = generator.openLoop(traffic, Duration.ZERO, Duration.ofMillis(400), 500);

      // one connection, held for 200 ms: the hundred who were due then waited, not only the first
      assertThat(measured.latencies().getCountBetweenValues(20_000_000L, Long.MAX_VALUE / 4))
          .isGreaterThan(50);
      assertThat(measured.latencies().getTotalCount() + measured.answered(503))
          .isBetween(190L, 210L);
    }
  }

  private static String stalled() {
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    return GOOD;
  }
}
