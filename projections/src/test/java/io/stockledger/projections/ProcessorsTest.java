package io.stockledger.projections;

import static io.stockledger.projections.testing.Story.ITEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.json.EventNames;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.rebuild.ReadModelRebuild;
import io.stockledger.projections.rebuild.TableDifference;
import io.stockledger.projections.running.ProjectionPositions;
import io.stockledger.projections.running.ProjectionProcessors;
import io.stockledger.projections.running.ProjectionSettings;
import io.stockledger.projections.testing.ListedLedger;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Projections as they run: processors, tokens, positions, rebuilds. */
class ProcessorsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ItemId OTHER = new ItemId("L2", "85123A");

  private final ReadDatabase database = new ReadDatabase();
  private final ListedLedger ledger = new ListedLedger();
  private final Serializer tokens = new CanonicalJsonSerializer(EventNames.of(Map.of()));
  private final List<ProjectionProcessors> started = new ArrayList<>();

  @AfterEach
  void stop() {
    started.forEach(ProjectionProcessors::stop);
  }

  @Test
  void what_is_recorded_is_folded_and_its_position_is_known_at_once() throws Exception {
    ProjectionPositions here = start("node", 1);
    Story story = new Story().registered("L1", "85123A").received(ITEM, 12);
    ledger.append(story.events());

    awaitAll(here, 3);
    assertThat(database.row("select * from on_hand")).containsEntry("good", 12L);
    assertThat(database.jdbc().queryForList("select position from progress", Long.class))
        .hasSize(AllProjections.list().size())
        .containsOnly(3L);
    assertThat(here.await("on-hand", 4, Duration.ofMillis(60))).isFalse();

    ProjectionPositions elsewhere = new ProjectionPositions(database.jdbc());
    assertThat(elsewhere.await("available", 3, PATIENCE)).isTrue();
  }

  @Test
  void a_restarted_node_goes_on_where_it_was() throws Exception {
    Story story = new Story().received(ITEM, 12);
    ledger.append(story.events());
    awaitAll(start("node", 1), 1);
    stop();
    started.clear();
    ledger.append(story.received(ITEM, 3).after(1));

    awaitAll(start("node", 1), 2);
    assertThat(database.row("select * from on_hand"))
        .containsEntry("good", 15L)
        .containsEntry("version", 2L);
  }

  @Test
  void a_poison_entry_parks_its_stream_and_the_token_moves_on() throws Exception {
    Story story = new Story().received(ITEM, 2);
    story.stock(
        new StockReceived(story.entry(ITEM, Change.of(Condition.GOOD, -5)), Condition.GOOD, 1));
    story.received(OTHER, 4);
    ledger.append(story.events());

    awaitAll(start("node", 1), 3);
    assertThat(database.row("select * from on_hand where location = 'L2'"))
        .containsEntry("good", 4L);
    assertThat(database.row("select * from parked where projection = 'on-hand'"))
        .containsEntry("version", 2L);
  }

  @Test
  void several_segments_share_the_streams_and_all_their_tokens_move() throws Exception {
    Story story = new Story();
    for (int i = 0; i < 40; i++) {
      story.received(new ItemId("L" + i, "85123A"), i + 1);
    }
    ledger.append(story.events());

    awaitAll(start("node", 4), 40);
    assertThat(database.row("select count(*) as n, sum(good)::bigint as units from on_hand"))
        .containsEntry("n", 40L)
        .containsEntry("units", 820L);
    assertThat(
            database
                .jdbc()
                .queryForList(
                    "select position from progress where projection = 'on-hand'", Long.class))
        .containsExactly(40L, 40L, 40L, 40L);
  }

  @Test
  void a_rebuild_equals_what_is_live_and_shows_a_row_that_was_tampered_with() throws Exception {
    ledger.append(eventful().events());
    awaitAll(start("node", 1), 8);
    stop();
    started.clear();
    ReadModelRebuild rebuild =
        new ReadModelRebuild(database.postgres().app(), ledger, tokens, InstantSource.system());
    List<Long> seen = new ArrayList<>();

    assertThat(rebuild.build("rebuilt", Long.MAX_VALUE, seen::add)).isEqualTo(8);
    assertThat(seen).last().isEqualTo(8L);
    assertThat(rebuild.compare("rebuilt"))
        .hasSameSizeAs(AllProjections.list().stream().flatMap(p -> p.tables().stream()).toList())
        .allMatch(TableDifference::isNone);

    database.jdbc().update("update on_hand set good = good + 1 where location = 'L1'");
    assertThat(rebuild.compare("rebuilt").stream().filter(d -> !d.isNone()))
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.table()).isEqualTo("on_hand");
              assertThat(difference.onlyLive()).isEqualTo(1);
              assertThat(difference.onlyRebuilt()).isEqualTo(1);
              assertThat(difference.examples()).hasSize(2);
            });
  }

  @Test
  void a_rebuilt_model_takes_the_place_of_the_live_one_and_goes_on_from_there() throws Exception {
    Story story = eventful();
    ledger.append(story.events());
    ReadModelRebuild rebuild =
        new ReadModelRebuild(database.postgres().app(), ledger, tokens, InstantSource.system());
    assertThat(rebuild.replace(position -> {})).isEqualTo(8);
    ledger.append(story.received(ITEM, 100).after(8));
    Generation live = ReadModelSchema.migrateLive(database.postgres().app());
    assertThat(live.number()).isEqualTo(2);
    database.dataSource().setCurrentSchema(live.schema());

    awaitAll(start("node", 1), 9);
    JdbcTemplate fresh = new JdbcTemplate(database.dataSource());
    assertThat(fresh.queryForObject("select good from on_hand where location = 'L1'", Long.class))
        .isEqualTo(110L);
    assertThat(fresh.queryForObject("select count(*) from parked", Long.class)).isZero();
  }

  @Test
  void a_paused_node_leaves_the_folding_to_others() throws Exception {
    ledger.append(new Story().received(ITEM, 12).events());
    start(new ProjectionSettings("paused", 1, 100).asPaused());

    assertThat(started.getLast().isRunning()).isFalse();
    awaitAll(start("node", 1), 1);
    assertThat(
            database
                .jdbc()
                .queryForList("select distinct owner from token_entry where owner is not null"))
        .allSatisfy(row -> assertThat(row).containsEntry("owner", "node"));
  }

  private static Story eventful() {
    return new Story()
        .registered("L1", "85123A")
        .received(ITEM, 12)
        .reserved(ITEM, "r1", 3, null)
        .received(OTHER, 4)
        .counted(OTHER, 3, 4, -1)
        .pickedFor(ITEM, "r1", 2)
        .released(ITEM, "r1", 1);
  }

  private ProjectionPositions start(String node, int segments) {
    return start(new ProjectionSettings(node, segments, 100));
  }

  private ProjectionPositions start(ProjectionSettings settings) {
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    ProjectionPositions positions = new ProjectionPositions(jdbc);
    ProjectionProcessors processors =
        new ProjectionProcessors(
            AllProjections.list(),
            ledger,
            ProjectionsConfiguration.tokenStore(database.dataSource(), tokens, settings.nodeId()),
            jdbc,
            new JdbcTransactionManager(database.dataSource()),
            positions,
            settings,
            InstantSource.system());
    started.add(processors);
    processors.start();
    return positions;
  }

  private static void awaitAll(ProjectionPositions positions, long position) throws Exception {
    for (var projection : AllProjections.list()) {
      assertThat(positions.await(projection.name(), position, PATIENCE))
          .as(projection.name())
          .isTrue();
    }
  }
}
