package io.stockledger.query.lowstock;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.lowstock.DueThresholdsView;
import io.stockledger.api.lowstock.DueThresholdsView.DueThreshold;
import io.stockledger.api.lowstock.LowStockRuleQuery.FindDueThresholds;
import io.stockledger.api.lowstock.LowStockRuleQuery.FindLowStockRule;
import io.stockledger.api.lowstock.LowStockRuleQuery.ListLowStockRules;
import io.stockledger.api.lowstock.LowStockRuleView;
import io.stockledger.api.lowstock.LowStockRuleView.LowStockRuleCard;
import io.stockledger.api.lowstock.LowStockRuleView.Progress;
import io.stockledger.api.lowstock.LowStockRulesView;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.Conditions;
import io.stockledger.query.reading.Cursor;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import io.stockledger.query.reading.Stamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Rules on low stock, and what is left to do for them. */
public final class LowStockRuleQueries {
  static final String PROJECTION = "available";

  private static final String RULES =
      "select * from low_stock_rule where {where} order by rule limit :limit";

  /** Of each item the rule that counts: SKUs before none, a location before none, then by id. */
  private static final String WANTED =
      """
      select distinct on (a.location, a.sku)
             a.location, a.sku, r.rule, r.low, r.restored
        from low_stock_rule r
        join available a on (r.location is null or a.location = r.location)
                        and (r.skus = '{}' or a.sku = any (r.skus))
       where r.low is not null
       order by a.location, a.sku, r.skus = '{}', r.location is null, r.rule
      """;

  /** What an item says of itself stands. */
  private static final String DUE =
      """
      select coalesce(w.location, l.location) as location, coalesce(w.sku, l.sku) as sku,
             coalesce(w.rule, l.rule) as rule, w.low, w.restored
        from (%s) as w
        full join (select * from low_stock where low is not null) as l
          on l.location = w.location and l.sku = w.sku
       where (w.rule is not null and l.sku is null)
          or (l.rule is not null
              and (l.rule, l.low, l.restored) is distinct from (w.rule, w.low, w.restored))
       order by 1, 2 limit :limit
      """
          .formatted(WANTED);

  private static final String PROGRESS =
      """
      select count(*) as matched,
             count(*) filter (where l.rule = r.rule and (l.low, l.restored) = (r.low, r.restored))
               as applied,
             count(*) filter (where l.low is not null and l.rule is null) as own,
             count(*) filter (where w.rule <> r.rule
                                and not (l.low is not null and l.rule is null)) as other_rule
        from low_stock_rule r
        join available a on (r.location is null or a.location = r.location)
                        and (r.skus = '{}' or a.sku = any (r.skus))
        join (%s) as w on w.location = a.location and w.sku = a.sku
        left join low_stock l on l.location = a.location and l.sku = a.sku
       where r.rule = :rule and r.low is not null
      """
          .formatted(WANTED);

  private final ReadModel model;

  public LowStockRuleQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindLowStockRule query) {
    return model.inSnapshot(
        () -> {
          Rows<LowStockRuleCard> rows =
              read(new Conditions().and("rule = :rule", "rule", query.rule()).with("limit", 1));
          if (rows.items().isEmpty()) {
            return new Answer.Unknown("unknown-rule", Map.of("rule", query.rule()));
          }
          LowStockRuleCard card = rows.items().getFirst();
          Progress progress =
              model
                  .sql(PROGRESS)
                  .param("rule", query.rule())
                  .query((row, number) -> progress(row))
                  .single();
          return new LowStockRuleView(
              card, progress, rows.position(), model.now(), Stamps.of(List.of(card, progress)));
        });
  }

  @QueryHandler
  Answer list(ListLowStockRules query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<LowStockRuleCard> rows =
        read(new Conditions().behind(List.of("rule"), key.get()).with("limit", page.limit() + 1));
    List<LowStockRuleCard> items = rows.within(page);
    return new LowStockRulesView(
        items,
        rows.next(page, card -> List.of(card.rule())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  /** Where there was never a rule, that is all that is looked at. */
  @QueryHandler
  Answer due(FindDueThresholds query) {
    return model.inSnapshot(
        () -> {
          boolean anyRule =
              model
                  .sql("select exists (select 1 from low_stock_rule)")
                  .query(Boolean.class)
                  .single();
          List<DueThreshold> due = anyRule ? dueNow(query.limit()) : List.of();
          return new DueThresholdsView(
              due, model.position(PROJECTION), model.now(), Stamps.of(due));
        });
  }

  private List<DueThreshold> dueNow(int limit) {
    return model
        .sql(DUE)
        .param("limit", limit)
        .query(
            (row, number) ->
                new DueThreshold(
                    Columns.item(row),
                    row.getString("rule"),
                    wholeOrNull(row, "low"),
                    wholeOrNull(row, "restored")))
        .list();
  }

  private Rows<LowStockRuleCard> read(Conditions conditions) {
    return model.read(
        PROJECTION,
        conditions.in(RULES),
        conditions.parameters(),
        "rule",
        (row, number) -> card(row));
  }

  private static LowStockRuleCard card(ResultSet row) throws SQLException {
    return new LowStockRuleCard(
        row.getString("rule"),
        row.getString("location"),
        List.of((String[]) row.getArray("skus").getArray()),
        wholeOrNull(row, "low"),
        wholeOrNull(row, "restored"),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }

  private static Progress progress(ResultSet row) throws SQLException {
    long matched = row.getLong("matched");
    long applied = row.getLong("applied");
    long own = row.getLong("own");
    long otherRule = row.getLong("other_rule");
    return new Progress(matched, applied, own, otherRule, matched - applied - own - otherRule);
  }

  private static @Nullable Long wholeOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
