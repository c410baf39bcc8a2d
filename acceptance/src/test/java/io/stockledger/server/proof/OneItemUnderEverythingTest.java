package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.server.journey.RunningServer.Said;
import io.stockledger.server.proof.ItemHistory.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Eight clients do everything that there is to one item at once, over HTTP. What each of them does
 * comes from {@code -Dclients.seed=…}; how they meet does not.
 */
class OneItemUnderEverythingTest {
  private static final int CLIENTS = 8;
  private static final Duration LONG = Duration.ofSeconds(10);

  @Test
  void no_figure_is_ever_negative_and_no_answered_command_is_lost_or_doubled() throws Exception {
    long seed = Long.getLong("clients.seed", System.nanoTime());
    System.out.println("clients.seed=" + seed);
    Shelf shelf = Shelf.fresh().with(40);
    List<Answered> answers = everybody(shelf, seed);
    long position =
        answers.stream()
            .filter(Answered::accepted)
            .flatMap(answer -> answer.entries().stream())
            .mapToLong(entry -> entry.path("position").asLong())
            .max()
            .orElseThrow();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> shelf.history(position).last().at("/figures/pending").asLong() == 0);

    ItemHistory history = shelf.history(position);
    System.out.printf("%d commands, %d entries%n", answers.size(), history.entries().size());
    assertThat(answers).filteredOn(Answered::accepted).hasSizeGreaterThan(CLIENTS * 5);
    assertThat(answers).filteredOn(answer -> !answer.accepted()).isNotEmpty();
    history.requireFolded();
    history.requireOnceEach(shelf.location(), shelf.sku(), answers);
    everyReadSaysTheSame(shelf, history.last());
  }

  private static List<Answered> everybody(Shelf shelf, long seed) throws Exception {
    Instant end = Instant.now().plus(LONG);
    List<Callable<List<Answered>>> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new BusyClient(shelf, "client" + i, new Random(seed + i), end));
    }
    List<Answered> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<Answered>> done : threads.invokeAll(clients)) {
        answers.addAll(done.get());
      }
    }
    return answers;
  }

  private static void everyReadSaysTheSame(Shelf shelf, JsonNode last) throws Exception {
    long position = last.path("position").asLong();
    JsonNode figures = last.path("figures");
    JsonNode stock = shelf.stock(position);
    assertThat(stock.path("version")).isEqualTo(last.path("version"));
    assertThat(stock.path("figures")).isEqualTo(figures);
    long reserved =
        stock.path("reservations").valueStream().mapToLong(r -> r.path("open").asLong()).sum();
    if (stock.path("openReservations").asInt() <= 100) {
      assertThat(reserved).isEqualTo(figures.path("reserved").asLong());
    }
    String filter = "?location=" + shelf.location() + "&sku=" + shelf.sku();
    JsonNode onHand = only(shelf.get("/v1/on-hand" + filter, position));
    assertThat(onHand.path("onHand")).isEqualTo(figures.path("onHand"));
    assertThat(onHand.path("damaged")).isEqualTo(figures.path("damaged"));
    JsonNode available = only(shelf.get("/v1/available" + filter, position));
    assertThat(available.path("available")).isEqualTo(figures.path("available"));
    assertThat(available.path("shortfall")).isEqualTo(figures.path("shortfall"));
    Said sellable =
        shelf.get(
            "/v1/channels/default/availability/" + shelf.sku() + "?location=" + shelf.location(),
            position);
    assertThat(sellable.body().path("sellable")).isEqualTo(figures.path("available"));
  }

  private static JsonNode only(Said list) {
    assertThat(list.body().path("items").size()).as(list.whole().body()).isEqualTo(1);
    return list.body().path("items").get(0);
  }
}
