package io.stockledger.server.ledger;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the store answers; part of readiness as {@code store}. */
@Component("storeHealthIndicator")
class StoreHealthIndicator extends AbstractHealthIndicator {
  private static final int SECONDS = 2;

  private final DataSource readDataSource;

  StoreHealthIndicator(DataSource readDataSource) {
    super("the store cannot be reached");
    this.readDataSource = readDataSource;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) throws Exception {
    try (Connection connection = readDataSource.getConnection()) {
      if (connection.isValid(SECONDS)) {
        builder.up();
      } else {
        builder.down();
      }
    }
  }
}
