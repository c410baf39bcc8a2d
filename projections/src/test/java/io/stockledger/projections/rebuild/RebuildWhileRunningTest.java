package io.stockledger.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.projections.AllProjections;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.rebuild.RebuildRequests.Taken;
import io.stockledger.projections.rebuild.RebuildRequests.UnderWay;
import io.stockledger.projections.testing.ListedLedger;
import io.stockledger.projections.testing.ReadDatabase;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database, writers and readers that do not stop. */
class RebuildWhileRunningTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int HISTORY = 3_000;

  private final ReadDatabase database = new ReadDatabase();
  private final ListedLedger ledger = new ListedLedger();
  private final Node one = new Node(database, ledger, "one", 1);
  private final Node two = new Node(database, ledger, "two", 1);

  /** Folds nothing and does not look for the pointer until it is read. */
  private final Node drowsy = new Node(database, ledger, "drowsy", 1);

  private final Load load = new Load(ledger, List.of(one, two, drowsy), HISTORY);

  @AfterEach
  void stop() {
    load.close();
    one.close();
    two.close();
    drowsy.close();
  }

  @Test
  void no_read_fails_or_goes_back_while_the_read_model_is_rebuilt_under_load() throws Exception {
    start();
    tamper();
    ask(false, "k1");
    awaitLive(2);
    ask(false, "k2");
    awaitLive(3);
    await(() -> schemas().equals(List.of("readmodel_3")));
    load.close();

    assertThat(load.wrong()).isEmpty();
    assertThat(load.reads()).isGreaterThan(500);
    assertThat(rebuilt()).allMatch(TableDifference::isNone);
  }

  @Test
  void a_comparison_shows_what_was_tampered_with_and_moves_nothing() throws Exception {
    start();
    assertThat(compared("k1")).doesNotContain("\"onlyLive\":1").contains("\"onlyLive\":0");
    tamper();
    assertThat(compared("k2")).contains("\"onlyLive\":1", "\"onlyRebuilt\":1");
    assertThat(one.live.current()).isEqualTo(Generation.FIRST);
    await(() -> schemas().equals(List.of("readmodel")));
    load.close();

    assertThat(load.wrong()).isEmpty();
  }

  @Test
  void only_one_is_made_at_a_time_and_the_same_request_is_taken_once() throws Exception {
    RebuildRequests requests = one.requests();
    Taken first = (Taken) requests.ask(false, "client", "k1", "hash");
    assertThat(first.repeated()).isFalse();
    assertThat(requests.ask(false, "client", "k1", "hash"))
        .isEqualTo(new Taken(2, false, first.askedAt(), true));
    assertThat(requests.ask(true, "client", "k1", "other"))
        .isEqualTo(new RebuildRequests.KeyReused());
    assertThat(requests.ask(false, "client", "k2", "hash")).isEqualTo(new UnderWay(2, "building"));

    start();
    awaitLive(2);
    assertThat(requests.ask(false, "client", "k1", "hash"))
        .isEqualTo(new Taken(2, false, first.askedAt(), true));
    assertThat(((Taken) requests.ask(false, "client", "k2", "hash")).generation()).isEqualTo(3);
    awaitLive(3);
  }

  @Test
  void another_node_goes_on_when_the_one_that_builds_dies_in_the_middle() throws Exception {
    load.write(9_000);
    // far enough that every projection has committed something
    WatchedLedger watched = new WatchedLedger(ledger, 10_000);
    Node dying = new Node(database, ledger, watched, "dying", 3);
    watched.then(dying::die);
    dying.start();
    assertThat(dying.positions.await("available", HISTORY, PATIENCE)).isTrue();
    ask(false, "k1");
    await(watched::isReached);
    WatchedLedger other = new WatchedLedger(ledger, Integer.MAX_VALUE);
    try (Node heir = new Node(database, ledger, other, "heir", 3).start()) {
      two.startProcessors();
      load.on(List.of(heir, two, drowsy)).start();
      await(() -> two.live.current().number() == 2 && heir.live.current().number() == 2);
      load.close();

      assertThat(load.wrong()).isEmpty();
      assertThat(other.firstOpenedAt()).isBetween(1L, 10_000L);
      assertThat(failures(2)).isEqualTo(1);
      one.startProcessors();
      assertThat(rebuilt()).allMatch(TableDifference::isNone);
    }
  }

  @Test
  void a_batch_of_the_live_processors_that_takes_long_only_delays_the_move() throws Exception {
    start();
    load.close();
    try (Connection folding = one.connection()) {
      folding.setAutoCommit(false);
      folding.createStatement().execute("select * from token_entry for update");
      ask(false, "k1");
      awaitState(2, "catching-up");
      Awaitility.await()
          .during(Duration.ofMillis(1_500))
          .atMost(PATIENCE)
          .until(() -> one.live.current().equals(Generation.FIRST));
      folding.rollback();
    }
    awaitLive(2);
    assertThat(failures(2)).isZero();
  }

  @Test
  void what_is_still_read_is_not_dropped() throws Exception {
    start();
    try (Connection reading = one.connection()) {
      reading.setAutoCommit(false);
      reading.createStatement().execute("select * from on_hand");
      ask(false, "k1");
      awaitLive(2);
      assertThat(compared("k2")).contains("\"onlyLive\":0");
      await(() -> schemas().equals(List.of("readmodel", "readmodel_2")));
      await(() -> secondsSinceDue(1) > 1);
      assertThat(schemas()).contains("readmodel");
      reading.createStatement().execute("select * from available");
      reading.commit();
    }
    await(() -> schemas().equals(List.of("readmodel_2")));
  }

  private void start() throws InterruptedException {
    one.start();
    two.start();
    assertThat(one.positions.await("available", HISTORY, PATIENCE)).isTrue();
    load.start();
  }

  private void ask(boolean compares, String key) {
    assertThat(two.requests().ask(compares, "client", key, "hash")).isInstanceOf(Taken.class);
  }

  private void awaitLive(int number) {
    Generation next = new Generation(number);
    await(() -> one.live.current().equals(next) && two.live.current().equals(next));
  }

  private String compared(String key) {
    ask(true, key);
    String state =
        "select count(*) from readmodel_pointer.generation where request_key = ? and state = 'compared'";
    await(
        () -> Integer.valueOf(1).equals(database.jdbc().queryForObject(state, Integer.class, key)));
    return String.valueOf(
            database
                .jdbc()
                .queryForObject(
                    "select differences::text from readmodel_pointer.generation where request_key = ?",
                    String.class,
                    key))
        .replace(" ", "");
  }

  private void awaitState(int generation, String state) {
    await(
        () ->
            state.equals(
                database
                    .jdbc()
                    .queryForObject(
                        "select state from readmodel_pointer.generation where number = ?",
                        String.class,
                        generation)));
  }

  private double secondsSinceDue(int generation) {
    return Objects.requireNonNull(
        database
            .jdbc()
            .queryForObject(
                """
                select extract(epoch from clock_timestamp() - drop_after)
                  from readmodel_pointer.generation where number = ?
                """,
                Double.class,
                generation));
  }

  private int failures(int generation) {
    return Objects.requireNonNull(
        database
            .jdbc()
            .queryForObject(
                "select failures from readmodel_pointer.generation where number = ?",
                Integer.class,
                generation));
  }

  /** A row with one unit too many, at its right version. */
  private void tamper() {
    assertThat(database.jdbc().update("update on_hand set good = good + 1 where sku = 'QUIET'"))
        .isEqualTo(1);
  }

  private List<String> schemas() {
    return database
        .jdbc()
        .query(
            """
            select schema_name from information_schema.schemata
             where schema_name like 'readmodel%' and schema_name <> 'readmodel_pointer'
             order by schema_name
            """,
            (row, n) -> row.getString(1));
  }

  /** The live one against a fold of the whole ledger from its beginning. */
  private List<TableDifference> rebuilt() throws InterruptedException {
    for (var projection : AllProjections.list()) {
      assertThat(one.positions.await(projection.name(), ledger.size(), PATIENCE)).isTrue();
    }
    ReadModelRebuild rebuild =
        new ReadModelRebuild(
            database.postgres().app(), ledger, Node.TOKENS, InstantSource.system());
    rebuild.build("rebuilt", Long.MAX_VALUE, position -> {});
    return rebuild.compare("rebuilt");
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(LOOK).until(condition);
  }
}
