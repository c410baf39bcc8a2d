package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded PostgreSQL is made for tests, which may lose everything; the product may not. */
class DurableDatabaseTest {
  private static JdbcClient writes() throws Exception {
    DataSource source =
        RunningServer.shared().context().getBean("writeDataSource", DataSource.class);
    return JdbcClient.create(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
  void what_is_committed_is_on_the_disk(String setting) throws Exception {
    assertThat(writes().sql("show " + setting).query(String.class).single()).isEqualTo("on");
  }

  @Test
  void nothing_turned_that_off_for_the_writing_role() throws Exception {
    assertThat(
            writes()
                .sql(
                    "select count(*) from pg_db_role_setting where setconfig::text ~ 'commit|fsync'")
                .query(Long.class)
                .single())
        .isZero();
  }
}
