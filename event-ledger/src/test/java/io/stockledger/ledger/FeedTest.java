package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.store.PositionToken;
import io.stockledger.ledger.testing.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Readers are woken by commits; a poll interval of an hour shows that they do not poll. */
class FeedTest {

  private static final LedgerSettings WITHOUT_POLLING =
      new LedgerSettings(
          16,
          10_000,
          7,
          100,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofHours(1),
          Duration.ofMillis(5));

  private final TestPostgres postgres = TestPostgres.fresh();
  private final ToyLedger toys =
      new ToyLedger(postgres, postgres.app(), builder -> builder.settings(WITHOUT_POLLING));

  @AfterEach
  void close() {
    toys.close();
  }

  @Test
  void a_commit_wakes_those_who_wait() throws Exception {
    toys.start();
    try (TrackingEventStream stream = toys.ledger.store().openStream(null)) {
      CountDownLatch called = new CountDownLatch(1);
      assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
      CompletableFuture<Object> sent = toys.send(new Add("toy:a", 1));
      assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
      assertThat(called.await(5, TimeUnit.SECONDS)).isTrue();
      sent.join();
      assertThat(toys.ledger.feed().awaitBeyond(0, Duration.ofSeconds(5))).isEqualTo(1);
      assertThat(toys.ledger.feed().awaitBeyond(1, Duration.ZERO)).isEqualTo(1);
    }
  }

  @Test
  void a_commit_of_a_stranger_wakes_those_who_wait() throws Exception {
    toys.start();
    toys.send(new Add("toy:a", 1)).join();
    try (ToyLedger stranger = new ToyLedger(postgres).start()) {
      stranger.send(new Add("toy:a", 1)).join();
      assertThat(toys.ledger.feed().awaitBeyond(1, Duration.ofSeconds(5))).isEqualTo(2);
    }
  }

  @Test
  void nothing_is_skipped_while_several_write_at_once() throws Exception {
    toys.start();
    int writers = 4;
    int each = 100;
    List<Thread> threads = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      String stream = "direct:" + writer;
      threads.add(Thread.startVirtualThread(() -> writeDirectly(stream, each)));
    }
    List<CompletableFuture<Object>> sent = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      sent.add(toys.send(new Add("toy:a", 1)));
    }
    int expected = (writers + 1) * each;
    try (TrackingEventStream stream = toys.ledger.store().openStream(null)) {
      for (long position = 1; position <= expected; position++) {
        assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.nextAvailable().trackingToken().position()).hasValue(position);
      }
    }
    sent.forEach(CompletableFuture::join);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void writeDirectly(String stream, int events) {
    for (int sequence = 0; sequence < events; sequence++) {
      toys.ledger
          .engine()
          .appendEvents(
              new GenericDomainEventMessage<>(
                  "direct", stream, sequence, new ToyItem.Added(stream, 1)));
    }
  }

  @Test
  void a_token_is_plain_json() {
    CanonicalJsonSerializer serializer = new CanonicalJsonSerializer(ToyItem.NAMES);
    var token = new PositionToken(7);
    var stored = serializer.serialize(token, String.class);
    assertThat(stored.getData()).isEqualTo("{\"position\":7}");
    Object read = serializer.deserialize(stored);
    assertThat(read).isEqualTo(token);
  }
}
