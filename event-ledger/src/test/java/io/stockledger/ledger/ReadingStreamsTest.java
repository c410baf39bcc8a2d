package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Added;
import io.stockledger.ledger.store.LedgerReader;
import io.stockledger.ledger.testing.TestPostgres;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingStreamsTest {

  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final ToyLedger toys = new ToyLedger(TestPostgres.fresh());
  private final LedgerReader reader = toys.ledger.reader();

  @AfterEach
  void close() {
    toys.close();
  }

  /** An event every second. */
  private void write(String stream, int events) {
    List<DomainEventMessage<?>> all = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      all.add(
          new GenericDomainEventMessage<>(
              "toy",
              stream,
              i,
              new Added(stream, i),
              MetaData.emptyInstance(),
              IdentifierFactory.getInstance().generateIdentifier(),
              START.plusSeconds(i)));
    }
    toys.ledger.engine().appendEvents(all);
  }

  @Test
  void events_since_a_moment_come_in_order() {
    write("toy:a", 600);
    assertThat(reader.since("toy:a", START.plusSeconds(590)))
        .extracting(DomainEventMessage::getSequenceNumber)
        .containsExactly(590L, 591L, 592L, 593L, 594L, 595L, 596L, 597L, 598L, 599L);
    assertThat(reader.since("toy:a", START)).hasSize(600);
    assertThat(reader.since("toy:a", START.plusSeconds(600))).isEmpty();
    assertThat(reader.since("toy:none", START)).isEmpty();
  }

  @Test
  void an_entry_is_found_by_its_version() {
    write("toy:a", 3);
    DomainEventMessage<?> entry = reader.entry("toy:a", 2);
    assertThat(entry).isNotNull().extracting(e -> e.getPayload()).isEqualTo(new Added("toy:a", 1));
    assertThat(reader.entry("toy:a", 4)).isNull();
  }

  @Test
  void streams_are_found_by_prefix_and_nothing_else() {
    for (String stream : List.of("toy:L1/a", "toy:L1/é😀", "toy:L10/a", "toy:L1", "toy:L%/a")) {
      write(stream, 2);
    }
    assertThat(reader.streamsWithPrefix("toy:L1/")).containsExactly("toy:L1/a", "toy:L1/é😀");
    assertThat(reader.streamsWithPrefix("toy:L%")).containsExactly("toy:L%/a");
  }

  @Test
  void of_many_streams_those_are_found_that_there_are() {
    write("toy:b", 2);
    write("toy:a", 1);
    assertThat(reader.existing(List.of("toy:c", "toy:b", "toy:a")))
        .containsExactly("toy:a", "toy:b");
    assertThat(reader.existing(List.of())).isEmpty();
  }

  @Test
  void a_command_finds_streams_of_its_batch_and_reads_many_ahead() {
    write("toy:b", 2);
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    toys.ledger
        .commandBus()
        .subscribe(
            "look",
            message -> {
              List<String> streams = reader.existing(List.of("toy:a", "toy:b", "toy:c"));
              reader.readAhead(streams);
              reader.readAhead(streams);
              return streams + " " + (reader.entry("toy:b", 2) != null);
            });
    CompletableFuture<Object> looked = toys.sendNamed("look");
    toys.start();
    added.join();
    assertThat(looked.join()).isEqualTo("[toy:a, toy:b] true");
  }

  @Test
  void a_command_reads_what_is_staged_before_it() {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 5));
    toys.ledger
        .commandBus()
        .subscribe(
            "look",
            message ->
                reader.since("toy:a", START).size()
                    + " "
                    + (reader.entry("toy:a", 1) != null)
                    + " "
                    + reader.streamsWithPrefix("toy:"));
    CompletableFuture<Object> looked = toys.sendNamed("look");
    toys.start();
    added.join();
    assertThat(looked.join()).isEqualTo("1 true [toy:a]");
  }
}
