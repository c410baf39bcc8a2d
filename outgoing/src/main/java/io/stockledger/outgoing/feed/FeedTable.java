package io.stockledger.outgoing.feed;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How far scheduled feeds are, as a table, and places of the log that lies beside it. */
public final class FeedTable implements FeedStates, ChangePlaces {
  private static final String SAVE =
      """
      insert into feed (feed, state) values (:feed, :state::jsonb)
      on conflict (feed) do update set state = excluded.state
      """;

  /** Ids and moments rise together, so the newest are looked at and no others. */
  private static final String BEFORE =
      """
      select coalesce(
        (select id from change where changed_at < :moment order by id desc limit 1),
        (select forgotten_change from progress))
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  /**
   * @param dataSource whose search path is the schema of what was told
   */
  public FeedTable(DataSource dataSource, JsonMapper json) {
    this.jdbc = JdbcClient.create(dataSource);
    this.json = json;
  }

  @Override
  public @Nullable FeedState find(String feed) {
    return jdbc.sql("select state from feed where feed = :feed")
        .param("feed", feed)
        .query((row, number) -> json.readValue(row.getString("state"), FeedState.class))
        .optional()
        .orElse(null);
  }

  @Override
  public void save(String feed, FeedState state) {
    jdbc.sql(SAVE).param("feed", feed).param("state", json.writeValueAsString(state)).update();
  }

  @Override
  public long before(Instant moment) {
    return jdbc.sql(BEFORE)
        .param("moment", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
