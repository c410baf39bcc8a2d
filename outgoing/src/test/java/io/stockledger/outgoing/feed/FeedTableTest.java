package io.stockledger.outgoing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.ledger.testing.TestPostgres;
import io.stockledger.outgoing.OutgoingSchema;
import io.stockledger.outgoing.feed.FeedState.FileBegun;
import io.stockledger.outgoing.feed.FeedState.FileWritten;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class FeedTableTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00.123Z");

  private static PGSimpleDataSource schema() {
    PGSimpleDataSource source = (PGSimpleDataSource) TestPostgres.fresh().app();
    OutgoingSchema.migrate(source);
    source.setCurrentSchema(OutgoingSchema.NAME);
    return source;
  }

  @Test
  void how_far_a_feed_is_is_found_again() {
    FeedTable table = new FeedTable(schema(), JsonMapper.shared());
    assertThat(table.find("web")).isNull();
    FeedState full =
        FeedState.begin("shop")
            .full(new FileWritten(FeedKind.FULL, "web-full.tsv", 3, 1, NOW, NOW), 17);
    table.save("web", full);
    assertThat(table.find("web")).isEqualTo(full);
    FeedState running = full.running(new FileBegun(FeedKind.INCREMENTAL, NOW, 2));
    table.save("web", running.failed("disk full", NOW).failed("disk full", NOW));
    assertThat(table.find("web")).isEqualTo(full.failed("x", NOW).failed("disk full", NOW));
  }

  @Test
  void the_place_of_a_moment_is_the_newest_change_before_it() {
    PGSimpleDataSource source = schema();
    FeedTable table = new FeedTable(source, JsonMapper.shared());
    assertThat(table.before(NOW)).isZero();
    JdbcClient jdbc = JdbcClient.create(source);
    for (int id = 5; id <= 7; id++) {
      jdbc.sql(
              """
              insert into change (id, channel, location, sku, after, version, position,
                                  channel_version, cause, changed_at)
              values (:id, 'c', 'l', 's', '{}', 1, 1, 1, 'stock', :at::timestamptz)
              """)
          .param("id", id)
          .param("at", NOW.plusSeconds(id).toString())
          .update();
    }
    jdbc.sql("update progress set forgotten_change = 4, last_change = 7").update();
    assertThat(table.before(NOW)).isEqualTo(4);
    assertThat(table.before(NOW.plusSeconds(6))).isEqualTo(5);
    assertThat(table.before(NOW.plusSeconds(60))).isEqualTo(7);
  }
}
