package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Added;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.store.PositionToken;
import io.stockledger.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

/** Readers of what this node has not in memory any more, or never had. */
class ReadersBehindTest {

  private static final int TOGETHER = 10;
  private static final String OF_THE_LEDGER = "where position >";

  private final TestPostgres postgres = TestPostgres.fresh();
  private final StatementsSeen seen = new StatementsSeen(postgres.app());
  private final Ledger ledger =
      new LedgerBuilder(
              postgres.app(),
              seen.dataSource(),
              () -> postgres.app().getConnection(),
              new CanonicalJsonSerializer(ToyItem.NAMES))
          .settings(
              new LedgerSettings(
                  16,
                  100,
                  TOGETHER,
                  100,
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(5),
                  Duration.ofHours(1),
                  Duration.ZERO))
          .build();
  private int written;

  private void write(int events) {
    List<DomainEventMessage<?>> all = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      all.add(new GenericDomainEventMessage<>("toy", "toy:a", written, new Added("toy:a", 1)));
      written++;
    }
    ledger.engine().appendEvents(all);
    ledger.store().createHeadToken();
  }

  private List<TrackedEventMessage<?>> readBehind(long position) throws InterruptedException {
    List<TrackedEventMessage<?>> read = new ArrayList<>();
    try (TrackingEventStream stream = ledger.store().openStream(new PositionToken(position))) {
      while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
        read.add(stream.nextAvailable());
      }
    }
    return read;
  }

  private static List<Long> positions(List<TrackedEventMessage<?>> messages) {
    return messages.stream().map(each -> PositionToken.positionOf(each.trackingToken())).toList();
  }

  private static List<Long> from(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void each_entry_is_read_and_parsed_once_for_all_of_them() throws Exception {
    write(37);
    List<TrackedEventMessage<?>> first = readBehind(0);
    assertThat(positions(first)).isEqualTo(from(1, 37));
    int asked = seen.naming(OF_THE_LEDGER).size();
    assertThat(asked).isEqualTo(4);

    List<TrackedEventMessage<?>> second = readBehind(3);
    assertThat(positions(second)).isEqualTo(from(4, 37));
    assertThat(second.getFirst().getPayload()).isSameAs(first.get(3).getPayload());
    assertThat(seen.naming(OF_THE_LEDGER)).as("only what may grow is asked again").hasSize(5);
  }

  @Test
  void what_comes_later_is_behind_what_is_kept() throws Exception {
    write(25);
    assertThat(positions(readBehind(0))).isEqualTo(from(1, 25));
    write(10);
    assertThat(positions(readBehind(0))).isEqualTo(from(1, 35));
    assertThat(positions(readBehind(25))).isEqualTo(from(26, 35));
    assertThat(positions(readBehind(30))).isEqualTo(from(31, 35));
    assertThat(readBehind(35)).isEmpty();
  }

  @Test
  void one_that_cannot_be_parsed_fails_by_itself() throws Exception {
    write(20);
    try (Connection connection = postgres.superuser().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table ledger.event disable trigger user");
      statement.execute("update ledger.event set payload = '[' where position = 5");
    }
    List<TrackedEventMessage<?>> read = readBehind(0);
    assertThat(positions(read)).isEqualTo(from(1, 20));
    assertThatThrownBy(() -> read.get(4).getPayload()).isInstanceOf(SerializationException.class);
    assertThat(read.get(5).getPayload()).isEqualTo(new Added("toy:a", 1));
  }
}
