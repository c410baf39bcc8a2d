package io.stockledger.outgoing.webhook;

import static io.stockledger.outgoing.webhook.ProgressTable.instant;
import static io.stockledger.outgoing.webhook.ProgressTable.moment;

import io.stockledger.outgoing.webhook.Message.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What could not be delivered yet, and what waits behind it. */
final class DeliveryTable {
  private static final String INSERT =
      """
      insert into webhook_delivery (webhook, source, number, lane, type, body, happened_at, state,
                                    attempts, first_at, last_at, next_at, last_failure)
      values (:webhook, :source, :number, :lane, :type, :body, :happened, :state,
              :attempts, :first, :last, :next, :failure)
      on conflict do nothing
      """;

  private static final String CHANGE =
      """
      update webhook_delivery
         set state = :state, attempts = :attempts, first_at = :first, last_at = :last,
             next_at = :next, last_failure = :failure
       where webhook = :webhook and source = :source and number = :number
      """;

  private static final String HEADS =
      """
      select * from (
        select distinct on (lane) * from webhook_delivery
         where webhook = :webhook and state <> 'parked' order by lane, number) as head
       where next_at is null or next_at <= :now
       order by happened_at limit :limit
      """;

  /** The earliest moment at which one of the heads is due again. */
  private static final String NEXT_DUE =
      """
      select min(coalesce(next_at, '-infinity'::timestamptz)) as due from (
        select distinct on (lane) next_at from webhook_delivery
         where webhook = :webhook and state <> 'parked' order by lane, number) as head
      """;

  private final JdbcClient jdbc;

  DeliveryTable(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /**
   * @param attempts made so far
   * @param nextAt when it is tried again; absent where as soon as it is its turn
   */
  record Line(
      Message message,
      String state,
      int attempts,
      @Nullable Instant firstAt,
      @Nullable Instant lastAt,
      @Nullable Instant nextAt,
      @Nullable String lastFailure) {
    static Line waiting(Message message) {
      return new Line(message, "waiting", 0, null, null, null, null);
    }

    Line failed(String failure, Instant now, Instant next) {
      return new Line(
          message, "retrying", attempts + 1, firstAt == null ? now : firstAt, now, next, failure);
    }

    Line parked() {
      return new Line(message, "parked", attempts, firstAt, lastAt, null, lastFailure);
    }
  }

  void add(String webhook, Line line) {
    Message message = line.message();
    withState(INSERT, webhook, line)
        .param("lane", message.lane())
        .param("type", message.type())
        .param("body", message.body())
        .param("happened", moment(message.happenedAt()))
        .update();
  }

  /**
   * What is lost has grown before it could be told.
   *
   * @return false where nothing waits to be told
   */
  boolean replaceLost(String webhook, Message message) {
    return jdbc.sql(
                """
                update webhook_delivery set number = :number, body = :body
                 where webhook = :webhook and source = 'lost' and state <> 'parked'
                """)
            .param("webhook", webhook)
            .param("number", message.number())
            .param("body", message.body())
            .update()
        == 1;
  }

  void change(String webhook, Line line) {
    withState(CHANGE, webhook, line).update();
  }

  /** Which line it is, and how it stands. */
  private StatementSpec withState(String sql, String webhook, Line line) {
    return jdbc.sql(sql)
        .param("webhook", webhook)
        .param("source", line.message().source().word())
        .param("number", line.message().number())
        .param("state", line.state())
        .param("attempts", line.attempts())
        .param("first", line.firstAt() == null ? null : moment(line.firstAt()))
        .param("last", line.lastAt() == null ? null : moment(line.lastAt()))
        .param("next", line.nextAt() == null ? null : moment(line.nextAt()))
        .param("failure", line.lastFailure());
  }

  void remove(String webhook, Message message) {
    jdbc.sql(
            """
            delete from webhook_delivery
             where webhook = :webhook and source = :source and number = :number
            """)
        .param("webhook", webhook)
        .param("source", message.source().word())
        .param("number", message.number())
        .update();
  }

  /** Lanes in which something waits or is retried: what comes later stays behind it. */
  Set<String> lanes(String webhook) {
    return new HashSet<>(
        jdbc.sql(
                "select distinct lane from webhook_delivery where webhook = ? and state <> 'parked'")
            .param(webhook)
            .query((row, number) -> row.getString("lane"))
            .list());
  }

  int held(String webhook) {
    return jdbc.sql("select count(*) from webhook_delivery where webhook = ? and state <> 'parked'")
        .param(webhook)
        .query(Integer.class)
        .single();
  }

  /** The first of each lane, where it is time for it. */
  List<Line> dueHeads(String webhook, Instant now, int limit) {
    return jdbc.sql(HEADS)
        .param("webhook", webhook)
        .param("now", moment(now))
        .param("limit", limit)
        .query((row, number) -> line(row))
        .list();
  }

  /** The first of a lane; none when the lane is empty. */
  Optional<Line> head(String webhook, String lane) {
    return jdbc.sql(
            """
            select * from webhook_delivery
             where webhook = ? and lane = ? and state <> 'parked' order by number limit 1
            """)
        .param(webhook)
        .param(lane)
        .query((row, number) -> line(row))
        .optional();
  }

  Optional<Instant> nextDue(String webhook) {
    return jdbc.sql(NEXT_DUE)
        .param("webhook", webhook)
        .query(
            (row, number) -> {
              String due = row.getString("due");
              return due == null
                  ? Optional.<Instant>empty()
                  : Optional.of(
                      due.equals("-infinity")
                          ? Instant.EPOCH
                          : Objects.requireNonNull(instant(row, "due")));
            })
        .single();
  }

  /** The endpoint answers again: nothing waits out its back-off. */
  void dueNow(String webhook) {
    jdbc.sql(
            """
            update webhook_delivery set next_at = null
             where webhook = ? and state <> 'parked' and next_at is not null
            """)
        .param(webhook)
        .update();
  }

  /**
   * Takes a parked one up again, or makes one that is retried due now.
   *
   * @return false where there is no such one
   */
  boolean retry(String webhook, Source source, long number) {
    return jdbc.sql(
                """
                update webhook_delivery
                   set state = 'retrying', next_at = null,
                       first_at = case when state = 'parked' then null else first_at end
                 where webhook = :webhook and source = :source and number = :number
                """)
            .param("webhook", webhook)
            .param("source", source.word())
            .param("number", number)
            .update()
        == 1;
  }

  boolean has(String webhook, Source source, long number) {
    return jdbc.sql(
                "select count(*) from webhook_delivery where webhook = ? and source = ? and number = ?")
            .param(webhook)
            .param(source.word())
            .param(number)
            .query(Long.class)
            .single()
        > 0;
  }

  /** What lies beyond a place is read again from there. */
  void removeBeyond(String webhook, Source source, long number) {
    jdbc.sql(
            """
            delete from webhook_delivery
             where webhook = :webhook and source = :source and number > :number
            """)
        .param("webhook", webhook)
        .param("source", source.word())
        .param("number", number)
        .update();
  }

  void removeAll(String webhook) {
    jdbc.sql("delete from webhook_delivery where webhook = ?").param(webhook).update();
  }

  List<Line> list(
      String webhook, @Nullable String state, String afterSource, long after, int limit) {
    return jdbc.sql(
            """
            select * from webhook_delivery
             where webhook = :webhook and (:state::text is null or state = :state)
               and (source, number) > (:afterSource, :after)
             order by source, number limit :limit
            """)
        .param("webhook", webhook)
        .param("state", state)
        .param("afterSource", afterSource)
        .param("after", after)
        .param("limit", limit)
        .query((row, number) -> line(row))
        .list();
  }

  long count(String webhook, String state) {
    return jdbc.sql("select count(*) from webhook_delivery where webhook = ? and state = ?")
        .param(webhook)
        .param(state)
        .query(Long.class)
        .single();
  }

  /**
   * Of all endpoints.
   *
   * @param pending how many wait or are retried
   */
  record Backlog(long pending, long parked) {}

  Backlog backlog() {
    return jdbc.sql(
            """
            select count(*) filter (where state <> 'parked') as pending,
                   count(*) filter (where state = 'parked') as parked
              from webhook_delivery
            """)
        .query((row, number) -> new Backlog(row.getLong("pending"), row.getLong("parked")))
        .single();
  }

  /** When the oldest that is not delivered and not parked happened. */
  Optional<Instant> oldest(String webhook) {
    return jdbc.sql(
            """
            select min(happened_at) as oldest from webhook_delivery
             where webhook = ? and state <> 'parked'
            """)
        .param(webhook)
        .query((row, number) -> Optional.ofNullable(instant(row, "oldest")))
        .single();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new Message(
            Source.ofWord(row.getString("source")),
            row.getLong("number"),
            row.getString("lane"),
            row.getString("type"),
            row.getString("body"),
            Objects.requireNonNull(instant(row, "happened_at"))),
        row.getString("state"),
        row.getInt("attempts"),
        instant(row, "first_at"),
        instant(row, "last_at"),
        instant(row, "next_at"),
        row.getString("last_failure"));
  }
}
