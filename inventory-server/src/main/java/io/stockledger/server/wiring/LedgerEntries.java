package io.stockledger.server.wiring;

import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.change.Cause;
import io.stockledger.outgoing.change.Entries;
import io.stockledger.outgoing.change.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries after which channels may see many items otherwise, by the names of their streams. */
final class LedgerEntries implements Entries {
  private static final String CHANNEL = ChannelCommand.stream("");
  private static final String PRODUCT = RegisterProduct.stream("");
  private static final String LOCATION = RegisterLocation.stream("");

  private static final String BETWEEN =
      """
      select position, stream, version, type,
             case when type in ('channel.rule-set', 'channel.rule-removed')
                  then convert_from(payload, 'UTF8')::jsonb ->> 'rule' end as rule
        from ledger.event
       where position > :after and position <= :upTo
         and type in (:types)
       order by position limit :limit
      """;

  private static final List<String> TYPES =
      List.of(
          "channel.set",
          "channel.retired",
          "channel.reinstated",
          "channel.rule-set",
          "channel.rule-removed",
          "switch.pulled",
          "switch.returned",
          "product.registered",
          "product.changed",
          "product.retired",
          "product.reinstated",
          "location.registered",
          "location.changed",
          "location.retired",
          "location.reinstated",
          "location.source-stale",
          "location.source-back");

  /** What a rule was about with an entry, and before it. */
  private static final String SCOPES =
      """
      select distinct said #>> '{scope,sku}' as sku, said #>> '{scope,location}' as location
        from (select convert_from(payload, 'UTF8')::jsonb as said
                from ledger.event
               where stream = :stream and version <= :version and type = 'channel.rule-set'
                 and convert_from(payload, 'UTF8')::jsonb ->> 'rule' = :rule
               order by version desc limit 2) last
      """;

  /** A location, and those that belong to it by whichever way. */
  private static final String MEMBERS =
      """
      with recursive member (location) as (
        select :location::text collate "C"
        union
        select l.location from location l join member m on l.traits -> 'groups' @> to_jsonb(m.location))
      select location from member
      """;

  private final LedgerFeed feed;
  private final JdbcClient jdbc;

  /**
   * @param readDataSource whose search path is the read schema
   */
  LedgerEntries(LedgerFeed feed, DataSource readDataSource) {
    this.feed = feed;
    this.jdbc = JdbcClient.create(readDataSource);
  }

  @Override
  public long head() {
    return feed.headPosition();
  }

  @Override
  public void awaitBeyond(long position, Duration atMost) throws InterruptedException {
    feed.awaitBeyond(position, atMost);
  }

  /**
   * @param rule that it is about, if it is about one
   */
  private record Row(
      long position, String stream, long version, String type, @Nullable String rule) {}

  @Override
  public List<Happening> between(long after, long upTo, int limit) {
    return jdbc
        .sql(BETWEEN)
        .param("after", after)
        .param("upTo", upTo)
        .param("types", TYPES)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Row(
                    row.getLong("position"),
                    row.getString("stream"),
                    row.getLong("version"),
                    row.getString("type"),
                    row.getString("rule")))
        .list()
        .stream()
        .flatMap(
            row ->
                reaches(row).stream()
                    .map(reach -> new Happening(row.position(), cause(row.type()), reach)))
        .toList();
  }

  private static Cause cause(String type) {
    if (type.startsWith("channel.rule-")) {
      return Cause.RULE;
    }
    if (type.startsWith("switch.")) {
      return Cause.SWITCH;
    }
    return type.startsWith("location.source-") ? Cause.SOURCE : Cause.REGISTRY;
  }

  private List<Reach> reaches(Row row) {
    String channel = behind(CHANNEL, row.stream());
    if (channel == null) {
      return List.of(reach(row.stream()));
    }
    return row.rule() == null
        ? List.of(Reach.ofChannel(channel))
        : scopes(channel, row, row.rule());
  }

  /** By whichever of product and place the rule names. */
  private List<Reach> scopes(String channel, Row row, String rule) {
    return jdbc.sql(SCOPES)
        .param("stream", row.stream())
        .param("version", row.version())
        .param("rule", rule)
        .query((scope, number) -> new Reach(channel, named(scope, "location"), named(scope, "sku")))
        .list();
  }

  private static List<String> named(ResultSet scope, String column) throws SQLException {
    String name = scope.getString(column);
    return name == null ? List.of() : List.of(name);
  }

  private Reach reach(String stream) {
    if (stream.equals(SwitchEvent.STREAM)) {
      return Reach.EVERYTHING;
    }
    String sku = behind(PRODUCT, stream);
    return sku != null
        ? new Reach(null, List.of(), List.of(sku))
        : new Reach(null, members(Objects.requireNonNull(behind(LOCATION, stream))), List.of());
  }

  private List<String> members(String location) {
    return jdbc.sql(MEMBERS)
        .param("location", location)
        .query((row, number) -> Objects.requireNonNull(row.getString("location")))
        .list();
  }

  private static @Nullable String behind(String prefix, String stream) {
    return stream.startsWith(prefix) ? stream.substring(prefix.length()) : null;
  }
}
