package io.stockledger.server.wiring;

import io.stockledger.api.stock.ItemId;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.ChannelAggregate;
import io.stockledger.command.channel.SwitchBoard;
import io.stockledger.command.channel.SwitchBoardAggregate;
import io.stockledger.command.credential.Client;
import io.stockledger.command.credential.ClientAggregate;
import io.stockledger.command.device.Device;
import io.stockledger.command.device.DeviceAggregate;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.LocationAggregate;
import io.stockledger.command.lowstock.LowStockRule;
import io.stockledger.command.lowstock.LowStockRuleAggregate;
import io.stockledger.command.product.Product;
import io.stockledger.command.product.ProductAggregate;
import io.stockledger.command.stock.ItemsAhead;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.webhook.Webhooks;
import io.stockledger.command.webhook.WebhooksAggregate;
import io.stockledger.ledger.AggregateKind;
import io.stockledger.ledger.Ledger;
import io.stockledger.ledger.LedgerRepository;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A repository for each kind of aggregate, by the names that the aggregates ask for. */
@Configuration(proxyBeanMethods = false)
class AggregateRepositories {
  /** An item takes some 600 bytes, an open line less; the rest is for everything else. */
  private static final long HEAP_FOR_AN_ENTRY = 1_024;

  /** Of what stock items may take, each other kind may take so much. */
  private static final long PART_OF_OTHERS = 4;

  private static final long STOCK_ITEMS = Runtime.getRuntime().maxMemory() / HEAP_FOR_AN_ENTRY;

  private final Ledger ledger;
  private final ParameterResolverFactory parameters;
  private final HandlerDefinition handlers;

  AggregateRepositories(
      Ledger ledger, ParameterResolverFactory parameters, HandlerDefinition handlers) {
    this.ledger = ledger;
    this.parameters = parameters;
    this.handlers = handlers;
  }

  @Bean
  LedgerRepository<StockItemAggregate, StockItem> stockItemRepository() {
    return ledger.repository(
        kind(
                StockItemAggregate.class,
                StockItemAggregate::new,
                aggregate -> Objects.requireNonNull(aggregate.state()),
                StockItemAggregate::restore,
                StockItem.class,
                StockItem::weight)
            .withLimits(STOCK_ITEMS, AggregateKind.DEFAULT_SNAPSHOT_THRESHOLD));
  }

  @Bean
  ItemsAhead itemsAhead(LedgerRepository<StockItemAggregate, StockItem> stockItemRepository) {
    return items -> stockItemRepository.readAhead(items.stream().map(ItemId::stream).toList());
  }

  @Bean
  LedgerRepository<LocationAggregate, Location> locationRepository() {
    return repository(
        LocationAggregate.class,
        LocationAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        LocationAggregate::restore,
        Location.class,
        location -> 0);
  }

  @Bean
  LedgerRepository<ProductAggregate, Product> productRepository() {
    return repository(
        ProductAggregate.class,
        ProductAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        ProductAggregate::restore,
        Product.class,
        product -> 0);
  }

  @Bean
  LedgerRepository<LowStockRuleAggregate, LowStockRule> lowStockRuleRepository() {
    return repository(
        LowStockRuleAggregate.class,
        LowStockRuleAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        LowStockRuleAggregate::restore,
        LowStockRule.class,
        rule -> rule.skus().size());
  }

  @Bean
  LedgerRepository<ChannelAggregate, Channel> channelRepository() {
    return repository(
        ChannelAggregate.class,
        ChannelAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        ChannelAggregate::restore,
        Channel.class,
        channel -> channel.rules().size());
  }

  @Bean
  LedgerRepository<SwitchBoardAggregate, SwitchBoard> switchBoardRepository() {
    return repository(
        SwitchBoardAggregate.class,
        SwitchBoardAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        SwitchBoardAggregate::restore,
        SwitchBoard.class,
        board -> board.pulled().size() + board.returned().size() + board.triggers().size());
  }

  @Bean
  LedgerRepository<ClientAggregate, Client> clientRepository() {
    return repository(
        ClientAggregate.class,
        ClientAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        ClientAggregate::restore,
        Client.class,
        client -> client.credentials().size());
  }

  @Bean
  LedgerRepository<DeviceAggregate, Device> deviceRepository() {
    return repository(
        DeviceAggregate.class,
        DeviceAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        DeviceAggregate::restore,
        Device.class,
        Device::weight);
  }

  @Bean
  LedgerRepository<WebhooksAggregate, Webhooks> webhooksRepository() {
    return repository(
        WebhooksAggregate.class,
        WebhooksAggregate::new,
        aggregate -> Objects.requireNonNull(aggregate.state()),
        WebhooksAggregate::restore,
        Webhooks.class,
        webhooks -> webhooks.webhooks().size());
  }

  private <T, S> LedgerRepository<T, S> repository(
      Class<T> type,
      Supplier<T> shell,
      Function<T, S> stateOf,
      BiConsumer<T, S> restore,
      Class<S> stateType,
      ToLongFunction<S> weight) {
    return ledger.repository(kind(type, shell, stateOf, restore, stateType, weight));
  }

  private <T, S> AggregateKind<T, S> kind(
      Class<T> type,
      Supplier<T> shell,
      Function<T, S> stateOf,
      BiConsumer<T, S> restore,
      Class<S> stateType,
      ToLongFunction<S> weight) {
    return new AggregateKind<>(
        AnnotatedAggregateMetaModelFactory.inspectAggregate(type, parameters, handlers),
        shell,
        stateOf,
        restore,
        stateType,
        weight,
        STOCK_ITEMS / PART_OF_OTHERS,
        AggregateKind.DEFAULT_SNAPSHOT_THRESHOLD);
  }
}
