package io.stockledger.benchmarks.inprocess;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.benchmarks.peer.AxonDefault;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.Shelf;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Axon's own command bus, as {@link AxonDefault} sets it up. */
final class AxonDefaultBus implements Bus {
  private static final Logger LOG = LoggerFactory.getLogger(AxonDefaultBus.class);
  private static final String HASH = "00".repeat(32);

  private final HikariDataSource dataSource;
  private final AxonDefault axon;
  private final String shelf;
  private final AtomicBoolean failed = new AtomicBoolean();

  private AxonDefaultBus(HikariDataSource dataSource, String shelf) {
    this.dataSource = dataSource;
    this.axon = new AxonDefault(dataSource);
    this.shelf = shelf;
  }

  static AxonDefaultBus start(List<String> settings) {
    HikariDataSource dataSource = new HikariDataSource();
    dataSource.setJdbcUrl(Settings.of(settings, "peer.database.url"));
    dataSource.setUsername("postgres");
    dataSource.setMaximumPoolSize(Integer.parseInt(Settings.of(settings, "peer.connections")));
    return new AxonDefaultBus(dataSource, Settings.of(settings, "bench.shelf"));
  }

  @Override
  public void reserve(int item, long number, Done done) {
    axon.bus()
        .dispatch(
            AxonDefault.reserve(
                Shelf.LOCATION,
                new Shelf(shelf, 1, 1).sku(item),
                UUID.randomUUID().toString(),
                "bench",
                Acknowledged.PREFIX + String.format(Locale.ROOT, "%010d", number),
                HASH),
            (message, result) -> {
              if (result.isExceptional() && !failed.getAndSet(true)) {
                LOG.error("the first failure", result.exceptionResult());
              }
              done.done(!result.isExceptional() && AxonDefault.isGranted(result.getPayload()));
            });
  }

  @Override
  public void close() {
    axon.close();
    dataSource.close();
  }
}
