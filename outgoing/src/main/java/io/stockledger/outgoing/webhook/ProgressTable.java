package io.stockledger.outgoing.webhook;

import io.stockledger.api.webhook.WebhookView.ChangesLost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far endpoints are. */
final class ProgressTable {
  private final JdbcClient jdbc;

  ProgressTable(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * @param position every entry up to it is done with, or a line of deliveries
   * @param change the same for changes
   */
  record Reached(int replays, long position, long change) {}

  record Health(
      long delivered,
      @Nullable Instant deliveredAt,
      @Nullable Instant failingSince,
      @Nullable Instant lastFailureAt,
      @Nullable String lastFailure,
      @Nullable ChangesLost lost) {
    static final Health NEW = new Health(0, null, null, null, null, null);
  }

  /** Where it is; begins where the endpoint says when it is new. */
  Reached begin(Endpoint endpoint) {
    jdbc.sql(
            """
            insert into webhook_progress (webhook, replays, position, change)
            values (:webhook, :replays, :position, :change) on conflict do nothing
            """)
        .param("webhook", endpoint.webhook())
        .param("replays", endpoint.replays())
        .param("position", endpoint.afterPosition())
        .param("change", endpoint.afterChange())
        .update();
    return find(endpoint.webhook())
        .orElseThrow(() -> new IllegalStateException("no progress of " + endpoint.webhook()));
  }

  Optional<Reached> find(String webhook) {
    return jdbc.sql("select replays, position, change from webhook_progress where webhook = ?")
        .param(webhook)
        .query(
            (row, number) ->
                new Reached(row.getInt("replays"), row.getLong("position"), row.getLong("change")))
        .optional();
  }

  Optional<Health> health(String webhook) {
    return jdbc.sql("select * from webhook_progress where webhook = ?")
        .param(webhook)
        .query(
            (row, number) ->
                new Health(
                    row.getLong("delivered"),
                    instant(row, "delivered_at"),
                    instant(row, "failing_since"),
                    instant(row, "last_failure_at"),
                    row.getString("last_failure"),
                    lost(row)))
        .optional();
  }

  private static @Nullable ChangesLost lost(ResultSet row) throws SQLException {
    Instant noticedAt = instant(row, "lost_at");
    return noticedAt == null
        ? null
        : new ChangesLost(row.getLong("lost_first"), row.getLong("lost_last"), noticedAt);
  }

  /** Remembers which changes were lost last. */
  void lost(String webhook, ChangesLost lost) {
    jdbc.sql(
            """
            update webhook_progress set lost_first = :first, lost_last = :last, lost_at = :now
             where webhook = :webhook
            """)
        .param("webhook", webhook)
        .param("first", lost.firstChange())
        .param("last", lost.lastChange())
        .param("now", moment(lost.noticedAt()))
        .update();
  }

  /**
   * Goes on, unless another node did in the meantime.
   *
   * @throws IllegalStateException when another one did
   */
  void move(String webhook, Reached from, Reached to) {
    int moved =
        jdbc.sql(
                """
                update webhook_progress
                   set replays = :newReplays, position = :newPosition, change = :newChange
                 where webhook = :webhook and replays = :replays and position = :position
                   and change = :change
                """)
            .param("webhook", webhook)
            .param("replays", from.replays())
            .param("position", from.position())
            .param("change", from.change())
            .param("newReplays", to.replays())
            .param("newPosition", to.position())
            .param("newChange", to.change())
            .update();
    if (moved != 1) {
      throw new IllegalStateException("another node delivers to " + webhook);
    }
  }

  void succeeded(String webhook, long many, Instant now) {
    jdbc.sql(
            """
            update webhook_progress
               set delivered = delivered + :many, delivered_at = :now, failing_since = null
             where webhook = :webhook
            """)
        .param("webhook", webhook)
        .param("many", many)
        .param("now", moment(now))
        .update();
  }

  void failed(String webhook, String failure, Instant now) {
    jdbc.sql(
            """
            update webhook_progress
               set failing_since = coalesce(failing_since, :now), last_failure_at = :now,
                   last_failure = :failure
             where webhook = :webhook
            """)
        .param("webhook", webhook)
        .param("failure", failure)
        .param("now", moment(now))
        .update();
  }

  void remove(String webhook) {
    jdbc.sql("delete from webhook_progress where webhook = ?").param(webhook).update();
  }

  static OffsetDateTime moment(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
