package io.stockledger.server.wiring;

import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.change.Cause;
import io.stockledger.outgoing.change.Entries;
import io.stockledger.outgoing.change.Reach;
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
      select position, stream, type from ledger.event
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

  private record Row(long position, String stream, String type) {}

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
                new Row(row.getLong("position"), row.getString("stream"), row.getString("type")))
        .list()
        .stream()
        .map(row -> new Happening(row.position(), cause(row.type()), reach(row)))
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

  private Reach reach(Row row) {
    String stream = row.stream();
    if (stream.equals(SwitchEvent.STREAM)) {
      return Reach.EVERYTHING;
    }
    String channel = behind(CHANNEL, stream);
    if (channel != null) {
      return Reach.ofChannel(channel);
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
