package io.stockledger.server.wiring;

import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.Offers;
import io.stockledger.query.channel.Evaluated;
import io.stockledger.query.near.Heard;
import io.stockledger.server.changes.PutChannels;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What channels see, as they are answered. */
final class StoredOffers implements Offers, PutChannels {
  /** From which it is worked out what channels see. */
  static final Set<String> PROJECTIONS = Set.of("sellable", "available", "registry");

  private static final String POSITION =
      "select coalesce(min(position), 0) from progress where projection in (:projections)";

  private final JdbcClient jdbc;
  private final io.stockledger.query.channel.Offers answers;
  private final Heard heard;

  /**
   * @param readDataSource whose search path is the read schema
   * @param heard of the ledger by whatever answers remember
   */
  StoredOffers(
      DataSource readDataSource, io.stockledger.query.channel.Offers answers, Heard heard) {
    this.jdbc = JdbcClient.create(readDataSource);
    this.answers = answers;
    this.heard = heard;
  }

  @Override
  public Set<String> channels() {
    return Set.copyOf(
        jdbc.sql("select channel from channel where traits is not null")
            .query(String.class)
            .list());
  }

  @Override
  public boolean isPut(String channel) {
    return jdbc.sql("select 1 from channel where channel = :channel and traits is not null")
        .param("channel", channel)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** What is remembered is as true as this node has heard; the rest is as the tables are. */
  @Override
  public long position() {
    long remembered = heard.position();
    long stored = jdbc.sql(POSITION).param("projections", PROJECTIONS).query(Long.class).single();
    return Math.min(remembered, stored);
  }

  @Override
  public List<Seen> of(String channel, Collection<ItemId> items, Instant now) {
    long position = position();
    return answers.of(channel, items, now).stream().map(each -> seen(each, position)).toList();
  }

  private static Seen seen(Evaluated evaluated, long position) {
    return new Seen(
        evaluated.item(),
        evaluated.promise().offered(),
        evaluated.promise().validUntil(),
        evaluated.version(),
        Math.max(position, evaluated.position()),
        evaluated.channelVersion());
  }
}
