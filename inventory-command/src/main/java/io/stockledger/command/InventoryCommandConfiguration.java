package io.stockledger.command;

import io.stockledger.api.stock.DiscrepancyReasons;
import io.stockledger.command.channel.ChannelAggregate;
import io.stockledger.command.channel.ChannelTargets;
import io.stockledger.command.channel.Measures;
import io.stockledger.command.channel.Offering;
import io.stockledger.command.channel.SwitchBoards;
import io.stockledger.command.channel.SwitchTargets;
import io.stockledger.command.channel.WhenMeasureExceedsThenPullSwitch;
import io.stockledger.command.credential.ClientAggregate;
import io.stockledger.command.credential.ClientTargets;
import io.stockledger.command.device.DeviceAggregate;
import io.stockledger.command.device.DeviceCommandHandler;
import io.stockledger.command.device.DeviceTargets;
import io.stockledger.command.device.DeviceWaits;
import io.stockledger.command.device.WhenDeviceGapDueThenPass;
import io.stockledger.command.inbound.InboundCommandHandler;
import io.stockledger.command.inbound.InboundRegister;
import io.stockledger.command.inbound.LocalDays;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.LocationAggregate;
import io.stockledger.command.location.LocationTargets;
import io.stockledger.command.location.Locations;
import io.stockledger.command.location.SourceSigns;
import io.stockledger.command.location.WhenSourceSilentThenMarkStale;
import io.stockledger.command.lowstock.DueThresholds;
import io.stockledger.command.lowstock.LowStockRuleAggregate;
import io.stockledger.command.lowstock.LowStockRuleTargets;
import io.stockledger.command.lowstock.WhenRuleDiffersThenSetThreshold;
import io.stockledger.command.product.ProductAggregate;
import io.stockledger.command.product.ProductTargets;
import io.stockledger.command.product.Products;
import io.stockledger.command.registry.AliasRegister;
import io.stockledger.command.registry.KnownItems;
import io.stockledger.command.registry.RegistryDesk;
import io.stockledger.command.registry.StockOnBooks;
import io.stockledger.command.reservation.DueReservations;
import io.stockledger.command.reservation.RegisteredExpiries;
import io.stockledger.command.reservation.ReservationCommandHandler;
import io.stockledger.command.reservation.ReservationDecisions;
import io.stockledger.command.reservation.ReservationRegister;
import io.stockledger.command.reservation.WhenReservationDueThenExpire;
import io.stockledger.command.stock.DiscrepancyRegister;
import io.stockledger.command.stock.ExpiryRecord;
import io.stockledger.command.stock.ItemsAhead;
import io.stockledger.command.stock.Registry;
import io.stockledger.command.stock.Sources;
import io.stockledger.command.stock.StockHistory;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.StockItemTargets;
import io.stockledger.command.stock.Surroundings;
import io.stockledger.command.transfer.TransferCommandHandler;
import io.stockledger.command.transfer.TransferRegister;
import io.stockledger.command.webhook.WebhooksAggregate;
import io.stockledger.command.webhook.WebhooksTargets;
import java.time.InstantSource;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/**
 * The front door of this module. Whoever imports it provides {@link CommandSettings}, an {@link
 * InstantSource}, {@link DiscrepancyReasons}, the ports {@link StockHistory}, {@link ItemsAhead},
 * {@link ReservationRegister}, {@link TransferRegister}, {@link InboundRegister}, {@link
 * DiscrepancyRegister}, {@link DueReservations}, {@link DueThresholds}, {@link DeviceWaits}, {@link
 * Locations}, {@link Products}, {@link Offering}, {@link SwitchBoards}, {@link Measures}, {@link
 * KnownItems}, {@link SourceSigns} and {@link AliasRegister}, a {@link CommandGateway}, and a
 * repository for each kind of aggregate, named by it.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
    basePackageClasses = {
      StockItemAggregate.class,
      LocationAggregate.class,
      ProductAggregate.class,
      ClientAggregate.class,
      DeviceAggregate.class,
      LowStockRuleAggregate.class,
      WebhooksAggregate.class,
      ChannelAggregate.class
    },
    useDefaultFilters = false,
    includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Aggregate.class))
public class InventoryCommandConfiguration {
  @Bean
  StockItemTargets stockItemTargets() {
    return new StockItemTargets();
  }

  @Bean
  LocationTargets locationTargets() {
    return new LocationTargets();
  }

  @Bean
  ProductTargets productTargets() {
    return new ProductTargets();
  }

  @Bean
  LowStockRuleTargets lowStockRuleTargets() {
    return new LowStockRuleTargets();
  }

  @Bean
  ChannelTargets channelTargets() {
    return new ChannelTargets();
  }

  @Bean
  SwitchTargets switchTargets() {
    return new SwitchTargets();
  }

  @Bean
  ClientTargets clientTargets() {
    return new ClientTargets();
  }

  @Bean
  WebhooksTargets webhooksTargets() {
    return new WebhooksTargets();
  }

  @Bean
  DeviceTargets deviceTargets() {
    return new DeviceTargets();
  }

  @Bean
  Registry registry(CommandSettings settings, Locations locations, Products products) {
    return settings.strictRegistry()
        ? new AggregateRegistry(locations, products)
        : Registry.lenient();
  }

  @Bean
  Sources sources(Locations locations) {
    return locations::sourcesOf;
  }

  @Bean
  RegistryDesk registryDesk(Locations locations, KnownItems items, AliasRegister aliases) {
    return new RegistryDesk(
        id -> {
          Location location = locations.find(id);
          return location == null ? null : location.traits();
        },
        new StockOnBooks(items),
        aliases);
  }

  @Bean
  Surroundings surroundings(
      CommandSettings settings,
      InstantSource clock,
      Registry registry,
      StockHistory history,
      Sources sources,
      DiscrepancyRegister discrepancies,
      DiscrepancyReasons reasons) {
    return new Surroundings(
        clock,
        settings.lateWindow(),
        registry,
        history,
        sources,
        () -> UUID.randomUUID().toString(),
        discrepancies,
        reasons);
  }

  @Bean
  ExpiryRecord expiryRecord(ReservationRegister register) {
    return new RegisteredExpiries(register);
  }

  @Bean
  ReservationDecisions.Factory reservationDecisions(
      ReservationRegister register, Offering offering, Surroundings surroundings) {
    return new ReservationDecisions.Factory(register, offering, surroundings);
  }

  @Bean
  ReservationCommandHandler reservationCommandHandler(
      Repository<StockItemAggregate> stockItemRepository, ReservationDecisions.Factory decisions) {
    return new ReservationCommandHandler(stockItemRepository, decisions);
  }

  @Bean
  DeviceCommandHandler deviceCommandHandler(
      Repository<DeviceAggregate> deviceRepository,
      Repository<StockItemAggregate> stockItemRepository,
      ReservationDecisions.Factory decisions,
      DeviceWaits waits,
      ExpiryRecord expiryRecord,
      Surroundings surroundings,
      CommandSettings settings) {
    return new DeviceCommandHandler(
        deviceRepository,
        stockItemRepository,
        decisions,
        waits,
        expiryRecord,
        surroundings,
        settings.devicePatience());
  }

  @Bean
  WhenDeviceGapDueThenPass whenDeviceGapDueThenPass(
      DeviceWaits waits, CommandGateway gateway, InstantSource clock) {
    return new WhenDeviceGapDueThenPass(waits, gateway, clock);
  }

  @Bean
  TransferCommandHandler transferCommandHandler(
      Repository<StockItemAggregate> stockItemRepository,
      TransferRegister register,
      ExpiryRecord expiryRecord,
      Surroundings surroundings) {
    return new TransferCommandHandler(stockItemRepository, register, expiryRecord, surroundings);
  }

  @Bean
  LocalDays localDays(Locations locations, Products products) {
    return new AggregateRegistry(locations, products)::dayAt;
  }

  @Bean
  InboundCommandHandler inboundCommandHandler(
      Repository<StockItemAggregate> stockItemRepository,
      ItemsAhead ahead,
      InboundRegister register,
      LocalDays days,
      ExpiryRecord expiries,
      Surroundings surroundings) {
    return new InboundCommandHandler(
        stockItemRepository, ahead, register, days, expiries, surroundings);
  }

  @Bean
  WhenRuleDiffersThenSetThreshold whenRuleDiffersThenSetThreshold(
      DueThresholds dueThresholds, CommandGateway gateway, InstantSource clock) {
    return new WhenRuleDiffersThenSetThreshold(dueThresholds, gateway, clock);
  }

  @Bean
  WhenMeasureExceedsThenPullSwitch whenMeasureExceedsThenPullSwitch(
      SwitchBoards boards, Measures measures, CommandGateway gateway, InstantSource clock) {
    return new WhenMeasureExceedsThenPullSwitch(boards, measures, gateway, clock);
  }

  @Bean
  WhenSourceSilentThenMarkStale whenSourceSilentThenMarkStale(
      SourceSigns sourceSigns, CommandGateway gateway, InstantSource clock) {
    return new WhenSourceSilentThenMarkStale(sourceSigns, gateway, clock);
  }

  @Bean
  WhenReservationDueThenExpire whenReservationDueThenExpire(
      DueReservations dueReservations, CommandGateway gateway, InstantSource clock) {
    return new WhenReservationDueThenExpire(dueReservations, gateway, clock);
  }
}
