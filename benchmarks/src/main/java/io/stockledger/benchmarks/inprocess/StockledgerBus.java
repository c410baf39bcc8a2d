package io.stockledger.benchmarks.inprocess;

import io.stockledger.api.Circumstances;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.Shelf;
import io.stockledger.ledger.Answer;
import io.stockledger.ledger.CommandMetadata;
import io.stockledger.server.ServerApplication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.IdentifierFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The product's command bus in the product's application, receipts and answers included. */
final class StockledgerBus implements Bus {
  private static final int CREATED = 201;
  private static final String HASH = "00".repeat(32);

  private final ConfigurableApplicationContext application;
  private final CommandBus bus;
  private final String shelf;
  private final String client;

  private StockledgerBus(ConfigurableApplicationContext application, String shelf, String client) {
    this.application = application;
    this.bus = application.getBean(CommandBus.class);
    this.shelf = shelf;
    this.client = client;
  }

  /** Begins the application with these settings; {@code bench.shelf} names the items. */
  static StockledgerBus start(List<String> settings) {
    ConfigurableApplicationContext application =
        SpringApplication.run(ServerApplication.class, settings.toArray(String[]::new));
    return new StockledgerBus(
        application, Settings.of(settings, "bench.shelf"), Settings.of(settings, "bench.client"));
  }

  @Override
  public void reserve(int item, long number, Done done) {
    ReserveStock command =
        new ReserveStock(
            IdentifierFactory.getInstance().generateIdentifier(),
            List.of(
                new RequestedLine(
                    "1", List.of(Shelf.LOCATION), new Shelf(shelf, 1, 1).sku(item), 1, false)),
            null,
            null,
            Accept.ALL,
            true,
            Circumstances.NONE);
    Map<String, Object> metadata =
        Map.of(
            CommandMetadata.CLIENT,
            client,
            CommandMetadata.KEY,
            Acknowledged.PREFIX + String.format(Locale.ROOT, "%010d", number),
            CommandMetadata.REQUEST_HASH,
            HASH,
            "credential",
            "benchmarkbenchma");
    bus.dispatch(
        new GenericCommandMessage<>(command, metadata),
        (message, result) ->
            done.done(
                !result.isExceptional()
                    && result.getPayload() instanceof Answer answer
                    && answer.status() == CREATED));
  }

  @Override
  public void close() {
    application.close();
  }
}
