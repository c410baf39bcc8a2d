package io.stockledger.server.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.Answer;
import io.stockledger.ledger.OverloadedException;
import io.stockledger.ledger.StoreUnavailableException;
import io.stockledger.server.bulk.Element.Ready;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.ProblemWriter;
import io.stockledger.server.security.Caller;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The order of a request's elements holds also where the ledger does not take one of them. */
class SentElementsTest {
  private static final Caller CALLER = new Caller("till", "1", Set.of(), Set.of(), null);

  private final List<Object> sent = new ArrayList<>();
  private final List<CompletableFuture<Answer>> answers = new ArrayList<>();
  private final SentElements elements =
      new SentElements(
          (command, write) -> {
            sent.add(command);
            return answers.get(sent.size() - 1);
          },
          new ProblemWriter(JsonMapper.shared()),
          Duration.ofSeconds(10));

  private static CompletableFuture<Answer> decided() {
    return CompletableFuture.completedFuture(
        Answer.of(200, "{}".getBytes(StandardCharsets.UTF_8), null, true));
  }

  private static Ready ready(int index) {
    Write write = new Write(CALLER, "key-" + index, "00", null, false, Instant.EPOCH);
    return new Ready(index, write.key(), "command " + index, write);
  }

  private List<Integer> statuses() {
    return IntStream.range(0, elements.size())
        .mapToObj(index -> elements.await(index).status())
        .toList();
  }

  @Test
  void behind_one_that_finds_the_queue_full_none_is_sent() {
    answers.addAll(
        List.of(decided(), CompletableFuture.failedFuture(new OverloadedException(1)), decided()));
    IntStream.range(0, 4).forEach(index -> elements.add(ready(index)));
    assertThat(sent).containsExactly("command 0", "command 1");
    assertThat(statuses()).containsExactly(200, 503, 503, 503);
    assertThat(elements.await(3).comeAgain()).isTrue();
    assertThat(elements.await(3).key()).isEqualTo("key-3");
  }

  @Test
  void behind_one_that_was_lost_with_the_store_none_is_sent() {
    CompletableFuture<Answer> first = new CompletableFuture<>();
    answers.addAll(List.of(first, decided()));
    elements.add(ready(0));
    first.completeExceptionally(new StoreUnavailableException(new SQLException()));
    elements.add(ready(1));
    assertThat(sent).containsExactly("command 0");
    assertThat(statuses()).containsExactly(503, 503);
  }

  @Test
  void behind_one_that_failed_by_itself_all_are_sent() {
    answers.addAll(
        List.of(CompletableFuture.failedFuture(new IllegalStateException("ours")), decided()));
    elements.add(ready(0));
    elements.add(ready(1));
    assertThat(statuses()).containsExactly(500, 200);
  }
}
