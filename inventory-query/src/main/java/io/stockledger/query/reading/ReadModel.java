package io.stockledger.query.reading;

import io.stockledger.api.Answer;
import io.stockledger.api.stock.ItemId;
import io.stockledger.query.near.Heard;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of the read side, and the clock that its answers are as of. */
public final class ReadModel {
  private static final String WITH_POSITION =
      """
      select read.position as read_position, read.furthest as read_furthest, found.*
        from (select coalesce(min(position), 0) as position,
                     coalesce(max(position), 0) as furthest
                from progress where projection = :projection) as read
        left join lateral (
      """;

  private static final String POSITION =
      """
      select coalesce(min(position), 0) as position, coalesce(max(position), 0) as furthest
        from progress where projection = :projection
      """;

  private static final String SUMMED =
      """
      select jsonb_array_elements_text(traits -> 'pool' -> 'locations')
        from location where location = :location
      """;

  private static final String PARKED =
      """
      select stream, version from parked
       where projection = :projection and stream in (:streams) order by stream limit 1
      """;

  private static final String HEAD = "select coalesce(max(position), 0) from ledger.event";

  private final JdbcClient jdbc;
  private final InstantSource clock;
  private final Heard heard;
  private final TransactionTemplate snapshot;

  /**
   * @param dataSource whose search path is the read schema; the feed also reads {@code
   *     ledger.event}
   */
  public ReadModel(DataSource dataSource, InstantSource clock) {
    this(dataSource, clock, new Heard());
  }

  /**
   * @param heard is told what answers tell, so that nobody is told less from memory
   */
  public ReadModel(DataSource dataSource, InstantSource clock, Heard heard) {
    this.heard = heard;
    this.jdbc = JdbcClient.create(dataSource);
    this.clock = clock;
    this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  public Instant now() {
    return clock.instant();
  }

  /** What rows may be kept in memory by. */
  public Heard heard() {
    return heard;
  }

  public JdbcClient.StatementSpec sql(String sql) {
    return jdbc.sql(sql);
  }

  /** Runs several statements on one state of the tables. */
  public Answer inSnapshot(Supplier<Answer> reading) {
    return snapshot.execute(status -> reading.get());
  }

  /**
   * Rows and the position of their projection by one statement.
   *
   * @param select in the order wanted
   * @param key a column of it that is never null
   */
  public <T> Rows<T> read(
      String projection,
      String select,
      Map<String, Object> parameters,
      String key,
      RowMapper<T> mapper) {
    List<T> items = new ArrayList<>();
    long[] position = {0};
    long[] furthest = {0};
    jdbc.sql(WITH_POSITION + select + ") as found on true")
        .param("projection", projection)
        .params(parameters)
        .query(
            row -> {
              position[0] = row.getLong("read_position");
              furthest[0] = row.getLong("read_furthest");
              if (row.getObject(key) != null) {
                T item = mapper.mapRow(row, items.size());
                items.add(java.util.Objects.requireNonNull(item));
              }
            });
    heard.told(furthest[0]);
    return new Rows<>(position[0], items);
  }

  public long position(String projection) {
    return jdbc.sql(POSITION)
        .param("projection", projection)
        .query(
            (row, number) -> {
              heard.told(row.getLong("furthest"));
              return row.getLong("position");
            })
        .single();
  }

  /** The last position of the ledger itself. */
  public long head() {
    long head = jdbc.sql(HEAD).query(Long.class).single();
    heard.told(head);
    return head;
  }

  /** That an item's stream stands still in a projection, if it does. */
  public Optional<Answer> parked(String projection, ItemId item) {
    return parked(projection, List.of(item));
  }

  /**
   * That the stream of one of the items stands still in a projection, if one does.
   *
   * @param items at least one
   */
  public Optional<Answer> parked(String projection, List<ItemId> items) {
    return jdbc.sql(PARKED)
        .param("projection", projection)
        .param("streams", items.stream().map(ItemId::stream).toList())
        .<Answer>query(
            (row, number) ->
                new Answer.Parked(projection, row.getString("stream"), row.getLong("version")))
        .optional();
  }

  /** Why there is nothing about an item. */
  public Answer unknown(ItemId item) {
    String type =
        !exists("select 1 from location where location = :id", item.location())
            ? "unknown-location"
            : !exists("select 1 from product where sku = :id", item.sku())
                ? "unknown-sku"
                : "unknown-item";
    return new Answer.Unknown(type, Map.of("location", item.location(), "sku", item.sku()));
  }

  /** Whether anything ever happened to an item. */
  public boolean hasHistory(ItemId item) {
    return jdbc.sql(
            """
            select 1 from history where location = :location and sku = :sku
             order by location, sku, version limit 1
            """)
        .param("location", item.location())
        .param("sku", item.sku())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Why an item has nothing of its own, where a sum over other locations may be asked for. */
  public Answer nothingOf(ItemId item) {
    List<String> summed = summed(item.location());
    return summed.isEmpty() ? unknown(item) : new Answer.OfOthers(item.location(), summed);
  }

  /** The locations whose stock a sum shows; none for one that holds stock, or is not known. */
  public List<String> summed(String location) {
    List<String> summed = new ArrayList<>();
    jdbc.sql(SUMMED)
        .param("location", location)
        .query(
            row -> {
              summed.add(row.getString(1));
            });
    return List.copyOf(summed);
  }

  public boolean exists(String select, String id) {
    return jdbc.sql(select).param("id", id).query(Integer.class).optional().isPresent();
  }
}
