package io.stockledger.server.wiring;

import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.Items;
import io.stockledger.outgoing.change.Reach;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Items by the read model, and what moved by the ledger itself: positions are dense, so that a part
 * of it is read by its key, and no table has to keep its rows in the order of their positions.
 */
final class StoredItems implements Items {
  private static final String KNOWN =
      """
      select coalesce(min(position), 0) from progress where projection in (:projections)
      """;

  private static final String MOVED =
      """
      select stream from ledger.event
       where position > :after and position <= :upTo and stream like 'stock:%'
       group by stream order by min(position)
      """;

  private final JdbcClient jdbc;
  private final Set<String> projections;

  /**
   * @param readDataSource whose search path is the read schema
   * @param projections from which it is worked out what channels see
   */
  StoredItems(DataSource readDataSource, Set<String> projections) {
    this.jdbc = JdbcClient.create(readDataSource);
    this.projections = projections;
  }

  @Override
  public Moved moved(long after, long upTo, int limit) {
    long known = jdbc.sql(KNOWN).param("projections", projections).query(Long.class).single();
    long last = Math.min(Math.min(upTo, known), after + 2L * limit);
    if (last <= after) {
      return new Moved(List.of(), after);
    }
    List<ItemId> items =
        jdbc.sql(MOVED)
            .param("after", after)
            .param("upTo", last)
            .query((row, number) -> ItemId.ofStream(row.getString("stream")))
            .list();
    return new Moved(items, last);
  }

  @Override
  public List<ItemId> part(Reach reach, @Nullable ItemId after, int limit) {
    String behind = after == null ? "" : " and (sku, location) > (:sku, :location)";
    StatementSpec select =
        within(
            "select location, sku from available where "
                + condition(reach)
                + behind
                + " order by sku, location limit :limit",
            reach);
    if (after != null) {
      select.param("sku", after.sku()).param("location", after.location());
    }
    return select
        .param("limit", limit)
        .query((row, number) -> new ItemId(row.getString("location"), row.getString("sku")))
        .list();
  }

  @Override
  public long count(Reach reach) {
    return within("select count(*) from available where " + condition(reach), reach)
        .query(Long.class)
        .single();
  }

  private static String condition(Reach reach) {
    return (reach.locations().isEmpty() ? "true" : "location in (:locations)")
        + (reach.skus().isEmpty() ? "" : " and sku in (:skus)");
  }

  private StatementSpec within(String sql, Reach reach) {
    StatementSpec statement = jdbc.sql(sql);
    if (!reach.locations().isEmpty()) {
      statement.param("locations", reach.locations());
    }
    if (!reach.skus().isEmpty()) {
      statement.param("skus", reach.skus());
    }
    return statement;
  }
}
