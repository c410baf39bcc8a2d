package io.stockledger.benchmarks.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.ResultMessage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** {@link AxonDefault} over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(PeerFace.class)
class AxonPeer {
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(Environment environment) {
    return PeerPool.open(environment);
  }

  @Bean(destroyMethod = "close")
  AxonDefault axon(HikariDataSource dataSource) {
    return new AxonDefault(dataSource);
  }

  @Bean
  PeerStock stock(AxonDefault axon) {
    return new Stock(axon);
  }

  private record Stock(AxonDefault axon) implements PeerStock {
    @Override
    public Answered receive(String location, String sku, long quantity)
        throws InterruptedException {
      CommandMessage<Object> command =
          new GenericCommandMessage<>(
              new AxonItem.Receive(AxonDefault.item(location, sku), location, sku, quantity));
      return send(command).isExceptional()
          ? new Answered(500, "{}")
          : new Answered(200, "{\"received\":" + quantity + "}");
    }

    @Override
    public Answered reserve(Reserve command) throws InterruptedException {
      CommandMessage<?> message =
          AxonDefault.reserve(
              command.location(),
              command.sku(),
              UUID.randomUUID().toString(),
              command.client(),
              command.key(),
              HexFormat.of().formatHex(command.requestHash()));
      ResultMessage<?> result = send(message);
      if (!result.isExceptional() && result.getPayload() instanceof AxonItem.Figures figures) {
        return AxonDefault.answer((AxonItem.Reserve) message.getPayload(), figures);
      }
      return replay(command);
    }

    private ResultMessage<?> send(CommandMessage<?> command) throws InterruptedException {
      FutureCallback<Object, Object> callback = new FutureCallback<>();
      axon.bus().dispatch(GenericCommandMessage.asCommandMessage(command), callback);
      return callback.getResult();
    }

    private Answered replay(Reserve command) {
      List<Answered> known =
          axon.jdbc()
              .query(
                  "select status, answer from receipt where client = ? and key = ?",
                  (row, number) -> new Answered(row.getInt(1), row.getString(2)),
                  command.client(),
                  command.key());
      return known.isEmpty() ? new Answered(503, "{}") : known.getFirst();
    }

    /** There is no table to ask: the item's events are folded. */
    @Override
    public Answered figures(String location, String sku) {
      long[] sums = new long[2];
      axon.configuration()
          .eventStore()
          .readEvents(AxonDefault.item(location, sku))
          .asStream()
          .map(DomainEventMessage::getPayload)
          .forEach(
              event -> {
                switch (event) {
                  case AxonItem.Received received -> sums[0] += received.quantity();
                  case AxonItem.Reserved reserved -> sums[1] += reserved.quantity();
                  default -> throw new IllegalStateException("unknown: " + event);
                }
              });
      return new Answered(
          200,
          "{\"figures\":{\"onHand\":%d,\"reserved\":%d,\"available\":%d}}"
              .formatted(sums[0], sums[1], sums[0] - sums[1]));
    }
  }
}
