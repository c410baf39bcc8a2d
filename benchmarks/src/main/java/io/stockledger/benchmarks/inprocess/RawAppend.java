package io.stockledger.benchmarks.inprocess;

import io.stockledger.benchmarks.load.Measured;
import io.stockledger.benchmarks.stage.StockledgerSide;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.Shelf;
import io.stockledger.ledger.Receipt;
import io.stockledger.ledger.ReceiptTable;
import io.stockledger.ledger.store.EventRow;
import io.stockledger.ledger.store.EventTable;
import io.stockledger.ledger.store.RoundTrip;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.axonframework.common.IdentifierFactory;

/**
 * One writer that decides nothing: batches of events and receipts as a reserve leaves them, byte
 * for byte but for their ids, by the product's own statements, under the product's lock. What the
 * database takes from one Java thread.
 */
final class RawAppend implements Measuring {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;
  private static final long SEED = 42;

  private final Connection connection;
  private final ReserveSample sample;
  private final Shelf shelf;
  private final long[] versions;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long next;
  private long carriedOut;

  private RawAppend(Connection connection, ReserveSample sample, Shelf shelf, long firstKey) {
    this.next = firstKey;
    this.connection = connection;
    this.sample = sample;
    this.shelf = shelf;
    this.versions = new long[shelf.items()];
  }

  /**
   * Needs {@code bench.shelf}, whose items have been received, one reserve at least, and {@code
   * bench.first-key}, from which on keys are free.
   */
  static RawAppend start(int items, List<String> settings) throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            Settings.of(settings, "peer.database.url"), "ledger_app", "any");
    Shelf shelf = new Shelf(Settings.of(settings, "bench.shelf"), items, 1);
    long firstKey = Long.parseLong(Settings.of(settings, "bench.first-key"));
    RawAppend raw = new RawAppend(connection, ReserveSample.read(connection), shelf, firstKey);
    raw.readVersions();
    connection.setAutoCommit(false);
    return raw;
  }

  private void readVersions() throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select stream, max(version) from ledger.event where stream like 'stock:"
                    + Shelf.LOCATION
                    + "/"
                    + shelf.prefix()
                    + "-%' group by stream")) {
      while (rows.next()) {
        String stream = rows.getString(1);
        versions[Integer.parseInt(stream.substring(stream.length() - Shelf.DIGITS))] =
            rows.getLong(2);
      }
    }
  }

  @Override
  public Measured measure(int batch, Duration time) throws SQLException {
    Histogram latencies = new Histogram(LONGEST, DIGITS);
    long start = System.nanoTime();
    long end = start + time.toNanos();
    long units = 0;
    long now = start;
    while (now - end < 0) {
      write(batch);
      long after = System.nanoTime();
      latencies.recordValueWithCount(after - now, batch);
      units += batch;
      carriedOut += batch;
      now = after;
    }
    TreeMap<Integer, Long> statuses = new TreeMap<>();
    statuses.put(201, units);
    return new Measured(now - start, units, statuses, latencies, 0, 0);
  }

  private void write(int batch) throws SQLException {
    long head = EventTable.lock(connection);
    List<EventRow> events = new ArrayList<>(batch);
    List<Receipt> receipts = new ArrayList<>(batch);
    for (int i = 1; i <= batch; i++) {
      Instant now = Instant.now();
      String reservation = IdentifierFactory.getInstance().generateIdentifier();
      int item = random.nextInt(shelf.items());
      events.add(event(item, ++versions[item], reservation, now));
      receipts.add(receipt(next++, reservation, head + i, now));
    }
    RoundTrip trip = new RoundTrip();
    EventTable.insert(trip, head, events);
    ReceiptTable.insert(trip, receipts);
    EventTable.announce(trip);
    trip.make(connection);
    connection.commit();
  }

  private EventRow event(int item, long version, String reservation, Instant now) {
    String sku = shelf.sku(item);
    return new EventRow(
        0,
        "stock:" + Shelf.LOCATION + "/" + sku,
        version,
        UUID.fromString(IdentifierFactory.getInstance().generateIdentifier()),
        sample.type(),
        sample.revision(),
        now,
        now,
        sample.payload(sku, reservation).getBytes(StandardCharsets.UTF_8),
        sample.metadata());
  }

  private Receipt receipt(long number, String reservation, long position, Instant now) {
    return new Receipt(
        StockledgerSide.CLIENT,
        Acknowledged.PREFIX + String.format(Locale.ROOT, "%010d", number),
        sample.requestHash(),
        201,
        "/v1/reservations/" + reservation,
        sample.answer(),
        position,
        now);
  }

  @Override
  public long carriedOut() {
    return carriedOut;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the connection cannot be closed", e);
    }
  }
}
