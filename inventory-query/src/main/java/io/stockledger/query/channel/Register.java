package io.stockledger.query.channel;

import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.location.Watch;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Rule;
import io.stockledger.promise.Switches;
import io.stockledger.promise.Switches.Pulled;
import io.stockledger.query.channel.Shelf.Loaded;
import io.stockledger.query.reading.Columns;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.reading.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;

/**
 * Channels with their rules, off switches, products and places, as this node knows them: from
 * memory where nothing newer was heard, and otherwise from the tables.
 */
final class Register {
  static final String PROJECTION = "registry";

  /** The only id on the shelf of switches. */
  static final String ALL_SWITCHES = SwitchEvent.STREAM;

  private static final int LINE_WEIGHT = 500;
  private static final int PRODUCT_WEIGHT = 300;

  private static final String CHANNELS =
      """
      select channel, traits, retired, version,
             (select coalesce(jsonb_agg(jsonb_build_object(
                                 'id', r.rule, 'scope', r.scope, 'terms', r.terms)), '[]')
                from channel_rule r
               where r.channel = channel.channel and r.scope is not null) as rules
        from channel where channel in (:ids)
      """;

  private static final String SWITCHES =
      """
      select switch_id, scope, to_jsonb(level) as level from off_switch
       where state = 'pulled' and :ids = :ids
      """;

  private static final String PRODUCTS =
      "select sku, traits, retired from product where sku in (:ids)";

  private static final String LOCATIONS =
      """
      select location, to_jsonb(kind) as kind, time_zone, traits, retired, watches
        from location where location in (:ids)
      """;

  private final ReadModel model;
  final Shelf<ChannelBook> books;
  final Shelf<Switches> switches;
  final Shelf<ProductFacts> products;
  final Shelf<LocationFacts> locations;

  /** What rules look at of a product. */
  record ProductFacts(ProductTraits traits, boolean retired) {}

  /** What rules look at of a location, and how far its books can be trusted. */
  record LocationFacts(
      String location,
      LocationKind kind,
      String timeZone,
      LocationTraits traits,
      boolean retired,
      Place place) {}

  /** By source. */
  private static final class Watches extends TreeMap<String, Watch> {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param mostWeight about how many bytes it may take: most of it is for products, since an answer
   *     about any item looks at its product
   */
  Register(ReadModel model, long mostWeight) {
    this.model = model;
    this.books =
        new Shelf<>(
            model.heard(),
            ChannelCommand::stream,
            mostWeight / 4,
            book -> LINE_WEIGHT * (1 + book.rules().size()),
            this::readBooks);
    this.switches =
        new Shelf<>(
            model.heard(),
            id -> SwitchEvent.STREAM,
            mostWeight / 32,
            all -> LINE_WEIGHT * (1 + all.pulled().size()),
            ids -> readSwitches());
    this.products =
        new Shelf<>(
            model.heard(),
            RegisterProduct::stream,
            mostWeight / 32 * 19,
            product -> PRODUCT_WEIGHT,
            ids -> read(PRODUCTS, ids, "sku", Register::product));
    this.locations =
        new Shelf<>(
            model.heard(),
            RegisterLocation::stream,
            mostWeight / 8,
            location -> 2 * LINE_WEIGHT,
            ids -> read(LOCATIONS, ids, "location", Register::location));
  }

  private <T> Rows<T> read(String select, Collection<String> ids, String key, RowMapper<T> mapper) {
    return model.read(PROJECTION, select, Map.of("ids", ids), key, mapper);
  }

  /** The default channel is there also where nobody put it. */
  private Rows<Loaded<ChannelBook>> readBooks(Collection<String> ids) {
    Rows<Loaded<ChannelBook>> found = read(CHANNELS, ids, "channel", (row, number) -> book(row));
    boolean isDefaultMissing =
        ids.contains(ChannelBook.DEFAULT)
            && found.items().stream().noneMatch(book -> book.id().equals(ChannelBook.DEFAULT));
    if (!isDefaultMissing) {
      return found;
    }
    List<Loaded<ChannelBook>> all = new ArrayList<>(found.items());
    all.add(new Loaded<>(ChannelBook.DEFAULT, ChannelBook.defaultChannel()));
    return new Rows<>(found.position(), all);
  }

  private Rows<Loaded<Switches>> readSwitches() {
    Rows<Pulled> pulled =
        read(SWITCHES, List.of(ALL_SWITCHES), "switch_id", (row, number) -> pulled(row));
    return new Rows<>(
        pulled.position(), List.of(new Loaded<>(ALL_SWITCHES, Switches.of(pulled.items()))));
  }

  private static Loaded<ChannelBook> book(ResultSet row) throws SQLException {
    String channel = row.getString("channel");
    ChannelTraits traits = Columns.json(row, "traits", ChannelTraits.class);
    return new Loaded<>(
        channel,
        new ChannelBook(
            channel,
            traits == null ? new ChannelTraits(channel, null, null, null, null, null) : traits,
            row.getBoolean("retired"),
            List.of(Objects.requireNonNull(Columns.json(row, "rules", Rule[].class))),
            row.getLong("version")));
  }

  private static Pulled pulled(ResultSet row) throws SQLException {
    return new Pulled(
        row.getString("switch_id"),
        Objects.requireNonNull(Columns.json(row, "scope", SwitchScope.class)),
        Objects.requireNonNull(Columns.json(row, "level", SwitchLevel.class)));
  }

  private static Loaded<ProductFacts> product(ResultSet row, int number) throws SQLException {
    return new Loaded<>(
        row.getString("sku"),
        new ProductFacts(
            Objects.requireNonNull(Columns.json(row, "traits", ProductTraits.class)),
            row.getBoolean("retired")));
  }

  private static Loaded<LocationFacts> location(ResultSet row, int number) throws SQLException {
    LocationTraits traits =
        Objects.requireNonNull(Columns.json(row, "traits", LocationTraits.class));
    Watches watches = Objects.requireNonNull(Columns.json(row, "watches", Watches.class));
    return new Loaded<>(
        row.getString("location"),
        new LocationFacts(
            row.getString("location"),
            Objects.requireNonNull(Columns.json(row, "kind", LocationKind.class)),
            row.getString("time_zone"),
            traits,
            row.getBoolean("retired"),
            Place.of(traits, watches)));
  }
}
