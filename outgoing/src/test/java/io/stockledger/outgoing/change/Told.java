package io.stockledger.outgoing.change;

import io.stockledger.api.channel.OfferState;
import io.stockledger.ledger.testing.TestPostgres;
import io.stockledger.outgoing.OutgoingSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** A database of its own, for what is told of a shop. */
final class Told implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.shared();

  final Shop shop;
  final FailingDatabase database;
  final ChangeTable log;
  private final PGSimpleDataSource source;
  private final SingleConnectionDataSource one;
  private Steps steps;

  Told(Shop shop, ChangeSettings settings) {
    this.shop = shop;
    source = outgoing();
    source.setCurrentSchema(OutgoingSchema.NAME);
    try {
      one = new SingleConnectionDataSource(source.getConnection(), true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    database = new FailingDatabase(source);
    log = new ChangeTable(one, JSON);
    steps = steps(settings);
  }

  /** An empty database; its search path is not set. */
  static PGSimpleDataSource outgoing() {
    return (PGSimpleDataSource)
        TestPostgres.fresh("outgoing", database -> OutgoingSchema.migrate(database.app())).app();
  }

  PGSimpleDataSource source() {
    return source;
  }

  Steps steps() {
    return steps;
  }

  /** As another node, or this one after a crash, would begin. */
  Steps steps(ChangeSettings settings) {
    steps = new Steps(database, JSON, shop, shop, shop, settings, shop);
    return steps;
  }

  /** All that is to be done by now. */
  void settle() {
    boolean more = true;
    while (more) {
      more = steps.follow();
      more |= steps.passTime();
      more |= steps.goOn();
    }
  }

  List<LoggedChange> changes(String channel) {
    return log.after(channel, 0, Integer.MAX_VALUE);
  }

  /** What somebody who has read the whole log believes, as text. */
  List<String> believed(String channel) {
    Map<String, String> believed = new TreeMap<>();
    for (LoggedChange change : changes(channel)) {
      String item = change.sku() + "@" + change.location();
      String before = change.before() == null ? null : change.before().toString();
      if (!Objects.equals(believed.get(item), before)) {
        throw new AssertionError("lost or told twice: " + change);
      }
      if (change.after().state() == OfferState.NOT_EXPOSED) {
        believed.remove(item);
      } else {
        believed.put(item, change.after().toString());
      }
    }
    return believed.entrySet().stream().map(Object::toString).toList();
  }

  /** What the channel would be answered now, as text. */
  List<String> answered(String channel) {
    return shop
        .of(channel, shop.part(Reach.EVERYTHING, null, Integer.MAX_VALUE), shop.instant())
        .stream()
        .filter(seen -> seen.offered().state() != OfferState.NOT_EXPOSED)
        .map(seen -> seen.item().sku() + "@" + seen.item().location() + "=" + seen.offered())
        .sorted()
        .toList();
  }

  long rows(String table) {
    return JdbcClient.create(one).sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    one.destroy();
  }
}
