package io.stockledger.projections.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.projections.testing.ReadDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a node knows of the pointer, and for how long. */
class LiveGenerationTest {
  private final ReadDatabase database = new ReadDatabase();
  private final LiveGeneration live = new LiveGeneration(database.postgres().app());

  @Test
  void what_the_database_said_is_believed_for_a_moment_only() {
    assertThat(live.current()).isEqualTo(Generation.FIRST);
    long moved = System.nanoTime();
    move();
    while (live.current().number() == 1) {
      assertThat(Duration.ofNanos(System.nanoTime() - moved)).isLessThan(Duration.ofSeconds(5));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - moved))
        .isLessThan(LiveGeneration.TRUSTED.plusSeconds(1));
    assertThat(live.current().schema()).isEqualTo("readmodel_2");
  }

  @Test
  void who_wants_to_know_of_a_move_is_told_once_others_would_be() {
    List<Generation> heard = new ArrayList<>();
    live.onMove(() -> heard.add(live.current()));
    live.ask();
    live.ask();
    assertThat(heard).isEmpty();
    move();
    live.ask();
    live.ask();
    assertThat(heard).extracting(Generation::number).containsExactly(2);
  }

  @Test
  void a_connection_is_to_the_generation_that_is_live_when_it_is_taken() throws Exception {
    try (GenerationDataSource reading = new GenerationDataSource(live, this::pool)) {
      assertThat(schema(reading)).isEqualTo("readmodel");
      move();
      live.ask();
      assertThat(schema(reading)).isEqualTo("readmodel_2");
    }
  }

  @Test
  void when_nobody_can_say_what_is_live_there_is_no_connection() {
    PGSimpleDataSource nowhere = new PGSimpleDataSource();
    nowhere.setPortNumbers(new int[] {1});
    try (GenerationDataSource reading =
        new GenerationDataSource(new LiveGeneration(nowhere), this::pool)) {
      assertThatThrownBy(reading::getConnection).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void when_the_pointer_is_lost_while_a_connection_is_waited_for_it_goes_back_to_its_pool()
      throws Exception {
    AtomicBoolean lost = new AtomicBoolean();
    LiveGeneration forgetful = new LiveGeneration(new Pointer(lost));
    HikariDataSource pool = pool(Generation.FIRST.schema());
    try (GenerationDataSource reading =
        new GenerationDataSource(
            forgetful,
            schema -> {
              lost.set(true);
              pause(LiveGeneration.TRUSTED.plusMillis(50));
              return pool;
            })) {
      assertThatThrownBy(reading::getConnection).isInstanceOf(SQLException.class);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      lost.set(false);
      assertThat(schema(reading)).isEqualTo("readmodel");
    }
  }

  private static void pause(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() - until < 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** Cannot be reached while it is lost. */
  private final class Pointer extends DelegatingDataSource {
    private final AtomicBoolean lost;

    Pointer(AtomicBoolean lost) {
      super(database.postgres().app());
      this.lost = lost;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (lost.get()) {
        throw new SQLException("lost");
      }
      return super.getConnection();
    }
  }

  private HikariDataSource pool(String schema) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(database.postgres().url() + "?currentSchema=" + schema);
    pool.setUsername("ledger_app");
    pool.setMaximumPoolSize(1);
    return pool;
  }

  private static String schema(GenerationDataSource reading) throws SQLException {
    try (Connection connection = reading.getConnection();
        ResultSet row = connection.createStatement().executeQuery("show search_path")) {
      row.next();
      return row.getString(1);
    }
  }

  private void move() {
    database
        .postgres()
        .runAs(
            "ledger_app",
            """
            update readmodel_pointer.generation set state = 'retired' where number = 1;
            insert into readmodel_pointer.generation (number, schema_name, state)
            values (2, 'readmodel_2', 'live');
            """);
  }
}
