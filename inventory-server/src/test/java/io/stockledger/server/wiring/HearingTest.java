package io.stockledger.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.Ledger;
import io.stockledger.ledger.LedgerBuilder;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.testing.TestPostgres;
import io.stockledger.projections.testing.Story;
import io.stockledger.query.near.Heard;
import io.stockledger.query.near.NearCache;
import io.stockledger.query.near.NearKey;
import io.stockledger.query.near.NearRow;
import io.stockledger.query.near.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node hears of the entries of other nodes. */
class HearingTest {
  private static final NearKey ITEM = new NearKey("default", new Place("85123A", "L1"));
  private static final NearKey OTHER_ITEM = new NearKey("default", new Place("22423", "L1"));

  private final TestPostgres postgres = TestPostgres.fresh();
  private final Ledger node = ledger();
  private final Ledger other = ledger();
  private final Heard heard = new Heard();
  private final NearCache<NearRow> cache = new NearCache<>(heard, 100_000);
  private final Hearing hearing =
      new Hearing(
          node.feed(),
          node.store(),
          heard,
          new RememberedAliases(new ClaimedAliases(node.claims())));
  private int written;

  private record Row(long knows) implements NearRow {
    @Override
    public @Nullable Instant nextDue() {
      return null;
    }

    @Override
    public int weight() {
      return 1;
    }
  }

  private Ledger ledger() {
    return new LedgerBuilder(
            postgres.app(),
            postgres.app(),
            () -> postgres.app().getConnection(),
            new CanonicalJsonSerializer(StoredNames.all()))
        .build();
  }

  @BeforeEach
  void start() {
    node.start();
  }

  @AfterEach
  void stop() {
    hearing.stop();
    node.close();
    other.close();
  }

  private void writeElsewhere() {
    Object received = new Story().received(Story.ITEM, 1).events().getFirst().payload();
    other
        .engine()
        .appendEvents(
            new GenericDomainEventMessage<>("stock", Story.ITEM.stream(), written++, received));
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void an_entry_of_another_node_drops_the_row_of_its_item() {
    writeElsewhere();
    hearing.start();
    await("is sure", () -> heard.sure() == 1);
    cache.keep(ITEM, new Row(1), heard.epoch());
    cache.keep(OTHER_ITEM, new Row(1), heard.epoch());

    writeElsewhere();

    await("hears", () -> heard.position() == 2);
    assertThat(cache.get(ITEM)).isNull();
    assertThat(cache.get(OTHER_ITEM)).isNotNull();
    await("is sure", () -> heard.sure() == 2);
  }

  @Test
  void who_is_far_behind_forgets_everything_instead_of_reading_it_all() {
    hearing.start();
    await("is sure", () -> heard.sure() == 0);
    cache.keep(OTHER_ITEM, new Row(0), heard.epoch());

    postgres.runAs(
        "ledger_app",
        """
        insert into ledger.event
          (position, stream, version, event_id, type, revision, occurred_at, recorded_at,
           payload, metadata)
        select n, 'many:1', n, gen_random_uuid(), 'many', 1, now(), now(), '{}', '{}'
          from generate_series(1, 30000) as n
        """);

    await("hears", () -> heard.position() == 30_000);
    assertThat(cache.get(OTHER_ITEM)).isNull();
    cache.keep(OTHER_ITEM, new Row(29_999), heard.epoch());
    assertThat(cache.get(OTHER_ITEM)).isNull();
  }

  @Test
  void a_node_that_hears_nothing_any_more_is_not_sure_for_long() {
    hearing.start();
    await("is sure", () -> heard.sure() == 0);
    node.close();
    await("gives up", () -> heard.sure() == Heard.NOT_SURE);
  }
}
