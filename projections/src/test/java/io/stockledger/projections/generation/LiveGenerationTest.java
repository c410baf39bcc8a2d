package io.stockledger.projections.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.projections.testing.ReadDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

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
