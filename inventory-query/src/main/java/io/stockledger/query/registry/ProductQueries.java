package io.stockledger.query.registry;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.alias.Alias;
import io.stockledger.api.product.Gtin;
import io.stockledger.api.product.ProductQuery.FindProduct;
import io.stockledger.api.product.ProductQuery.ListProducts;
import io.stockledger.api.product.ProductQuery.ProductFilter;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.ProductView;
import io.stockledger.api.product.ProductView.ProductCard;
import io.stockledger.api.product.ProductsView;
import io.stockledger.api.product.VelocityClass;
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
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** The registry of products. */
public final class ProductQueries {
  private static final String SELECT =
      "select * from product where {where} order by sku limit :limit";

  private static final String TEXT =
      "(strpos(lower(sku), lower(:text)) > 0 or strpos(lower(name), lower(:text)) > 0)";

  private static final String CATEGORY =
      "starts_with(traits ->> 'categoryPath' || '/', :category || '/')";

  private final ReadModel model;

  public ProductQueries(ReadModel model) {
    this.model = model;
  }

  @QueryHandler
  Answer find(FindProduct query) {
    Rows<ProductCard> rows =
        read(new Conditions().and("sku = :id", "id", query.sku()).with("limit", 1));
    if (rows.items().isEmpty()) {
      return new Answer.Unknown("unknown-sku", Map.of("sku", query.sku()));
    }
    ProductCard card = rows.items().getFirst();
    return new ProductView(card, rows.position(), model.now(), Stamps.of(card.version(), 0));
  }

  @QueryHandler
  Answer list(ListProducts query) {
    Page page = query.page();
    Optional<List<String>> key = Cursor.read(page.cursor(), 1);
    if (key.isEmpty()) {
      return new Answer.UnknownCursor(String.valueOf(page.cursor()));
    }
    Rows<ProductCard> rows =
        read(
            conditions(query.filter())
                .behind(List.of("sku"), key.get())
                .with("limit", page.limit() + 1));
    List<ProductCard> items = rows.within(page);
    return new ProductsView(
        items,
        rows.next(page, card -> List.of(card.sku())),
        rows.position(),
        model.now(),
        Stamps.of(items));
  }

  private static Conditions conditions(ProductFilter filter) {
    String gtin = filter.gtin();
    VelocityClass velocity = filter.velocityClass();
    return new Conditions()
        .andIf(TEXT, "text", filter.text())
        .andIf(CATEGORY, "category", filter.category())
        .andIf("traits -> 'tags' @> to_jsonb(:tag::text)", "tag", filter.tag())
        .andIf(
            "traits ->> 'velocityClass' = :velocity",
            "velocity",
            velocity == null ? null : velocity.name())
        .andIf("gtin = :gtin", "gtin", gtin == null ? null : Gtin.normal(gtin))
        .andIf("traits ->> 'parent' = :parent", "parent", filter.parent())
        .andIf("retired = :retired", "retired", filter.retired());
  }

  private Rows<ProductCard> read(Conditions conditions) {
    return model.read(
        LocationQueries.PROJECTION,
        conditions.in(SELECT),
        conditions.parameters(),
        "sku",
        (row, number) -> card(row));
  }

  private static ProductCard card(ResultSet row) throws SQLException {
    return new ProductCard(
        row.getString("sku"),
        row.getString("name"),
        row.getString("base_unit"),
        Objects.requireNonNull(Columns.json(row, "traits", ProductTraits.class)),
        row.getBoolean("retired"),
        List.of(Objects.requireNonNull(Columns.json(row, "aliases", Alias[].class))),
        row.getLong("version"),
        Columns.instant(row, "as_of"));
  }
}
