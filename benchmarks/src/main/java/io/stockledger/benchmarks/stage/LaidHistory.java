package io.stockledger.benchmarks.stage;

import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * A long past, laid down by SQL in minutes instead of lived through in days: copies of what one
 * registration, one receipt and one reserve have left, with other ids, dense and in order. A
 * reserve comes with its receipt and its claim, so that every table is as large as it would be.
 *
 * <p>No server may run on the database meanwhile.
 */
public final class LaidHistory {
  private static final String SAMPLE = "SAMPLE-0000000";
  private static final String SAMPLE_RESERVATION = "sample-reservation";
  private static final String SAMPLE_KEY = "sample-reserve";

  /** Takes the SKU, the reservation and the version of each row from {@code wanted}. */
  private static final String EVENTS =
      """
      with sample as (
        select *, convert_from(payload, 'UTF8') as text from ledger.event
         where type = ? and stream like '%' || ?
      ), wanted as ({wanted})
      insert into ledger.event
        (position, stream, version, event_id, type, revision, occurred_at, recorded_at, payload,
         metadata)
      select (select max(position) from ledger.event) + row_number() over (order by place),
             replace(stream, ?, wanted.sku), wanted.version, uuidv7(), type, revision,
             occurred_at, recorded_at,
             convert_to(replace(replace(text, ?, wanted.sku), ?, wanted.reservation), 'UTF8'),
             metadata
        from wanted cross join sample
      """;

  private static final String RECEIPTS =
      """
      insert into ledger.receipt
        (client, key, request_hash, status, location, answer, position, recorded_at)
      select client, 'laid-' || wanted.reservation, request_hash, status, location, answer,
             position, recorded_at
        from ({wanted}) wanted cross join
             (select * from ledger.receipt where key = ?) sample
      """;

  private static final String CLAIMS =
      """
      insert into ledger.claim
        (id, kind, streams, open, due_at, reference, body, position, closed_at)
      select wanted.reservation, kind, array[replace(streams[1], ?, wanted.sku)], open, due_at,
             reference,
             convert_to(
               replace(replace(convert_from(body, 'UTF8'), ?, wanted.sku), ?, wanted.reservation),
               'UTF8'),
             position, closed_at
        from ({wanted}) wanted cross join
             (select * from ledger.claim where id = ?) sample
      """;

  /** All items of a shelf once, at one version: prefix, then items. */
  private static final String EACH_ITEM =
      """
      select i as place, format('%s-%s', ?::text, lpad(i::text, 7, '0')) as sku,
             ?::bigint as version, format('laid-%s-%s', i, ?::bigint) as reservation
        from generate_series(0, ?::int - 1) i
      """;

  /** One item many times: SKU, versions from and to. */
  private static final String ONE_ITEM =
      """
      select v as place, ?::text as sku, v as version,
             format('laid-%s-%s', ?::text, v) as reservation
        from generate_series(?::bigint, ?::bigint) v
      """;

  private final FreshDatabase database;

  private LaidHistory(FreshDatabase database) {
    this.database = database;
  }

  /**
   * Lets the server leave a sample of each kind, and stops it.
   *
   * @param quantity that each receipt brings
   */
  public static LaidHistory on(StockledgerSide side, long quantity)
      throws IOException, InterruptedException {
    String stock = "stock/" + Shelf.LOCATION + "/" + SAMPLE;
    side.write("PUT", "products/" + SAMPLE, "sample-product", "{\"name\":\"Item\"}");
    side.write("POST", stock + "/receive", "sample-receive", "{\"quantity\":" + quantity + "}");
    side.write(
        "POST",
        stock + "/reserve",
        SAMPLE_KEY,
        "{\"quantity\":1,\"reservationId\":\"" + SAMPLE_RESERVATION + "\"}");
    side.stop();
    return new LaidHistory(side.database());
  }

  /** Registers and receives every item of a shelf, then reserves one unit of each so many times. */
  public void layShelf(Shelf shelf, int reservesOfEach) throws SQLException {
    events("product.registered", EACH_ITEM, shelf.prefix(), 1L, 0L, shelf.items());
    events("stock.received", EACH_ITEM, shelf.prefix(), 1L, 0L, shelf.items());
    for (long version = 2; version <= reservesOfEach + 1L; version++) {
      Object[] each = {shelf.prefix(), version, version, shelf.items()};
      events("stock.reserved", EACH_ITEM, each);
      reservations(EACH_ITEM, each);
      System.out.printf("  each item has %d events%n", version);
    }
    finish();
  }

  /** Registers one item and receives it so many times. */
  public void layReceipts(String sku, long times) throws SQLException {
    events("product.registered", ONE_ITEM, sku, sku, 1L, 1L);
    events("stock.received", ONE_ITEM, sku, sku, 1L, times);
    finish();
  }

  /** Registers one item, receives it once, and reserves a unit of it so many times. */
  public void layReservations(String sku, long times) throws SQLException {
    layReceipts(sku, 1);
    Object[] all = {sku, sku, 2L, times + 1};
    events("stock.reserved", ONE_ITEM, all);
    reservations(ONE_ITEM, all);
    finish();
  }

  private void events(String type, String wanted, Object... parameters) throws SQLException {
    run(
        EVENTS.replace("{wanted}", wanted),
        join(
            new Object[] {type, SAMPLE},
            parameters,
            new Object[] {SAMPLE, SAMPLE, SAMPLE_RESERVATION}));
  }

  private void reservations(String wanted, Object... parameters) throws SQLException {
    run(RECEIPTS.replace("{wanted}", wanted), join(parameters, new Object[] {SAMPLE_KEY}));
    run(
        CLAIMS.replace("{wanted}", wanted),
        join(
            new Object[] {SAMPLE, SAMPLE, SAMPLE_RESERVATION},
            parameters,
            new Object[] {SAMPLE_RESERVATION}));
  }

  private void finish() throws SQLException {
    database.execute("analyze ledger.event, ledger.receipt, ledger.claim");
    database.execute("checkpoint");
  }

  private void run(String sql, Object[] parameters) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Object[] join(Object[]... parts) {
    return Arrays.stream(parts).flatMap(Arrays::stream).toArray();
  }
}
