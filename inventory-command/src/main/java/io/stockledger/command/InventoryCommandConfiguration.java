package io.stockledger.command;

import io.stockledger.command.credential.ClientAggregate;
import io.stockledger.command.credential.ClientTargets;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.LocationAggregate;
import io.stockledger.command.location.LocationTargets;
import io.stockledger.command.location.Locations;
import io.stockledger.command.location.SourceSigns;
import io.stockledger.command.location.WhenSourceSilentThenMarkStale;
import io.stockledger.command.product.ProductAggregate;
import io.stockledger.command.product.ProductTargets;
import io.stockledger.command.product.Products;
import io.stockledger.command.registry.AliasRegister;
import io.stockledger.command.registry.KnownItems;
import io.stockledger.command.registry.RegistryDesk;
import io.stockledger.command.registry.StockOnBooks;
import io.stockledger.command.reservation.Channels;
import io.stockledger.command.reservation.DueReservations;
import io.stockledger.command.reservation.RegisteredExpiries;
import io.stockledger.command.reservation.ReservationCommandHandler;
import io.stockledger.command.reservation.ReservationRegister;
import io.stockledger.command.reservation.WhenReservationDueThenExpire;
import io.stockledger.command.stock.ExpiryRecord;
import io.stockledger.command.stock.Registry;
import io.stockledger.command.stock.StockHistory;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.StockItemTargets;
import io.stockledger.command.stock.Surroundings;
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
 * InstantSource}, the ports {@link StockHistory}, {@link ReservationRegister}, {@link
 * DueReservations}, {@link Locations}, {@link Products}, {@link KnownItems}, {@link SourceSigns}
 * and {@link AliasRegister}, a {@link CommandGateway}, and the repositories {@code
 * stockItemRepository}, {@code locationRepository}, {@code productRepository} and {@code
 * clientRepository}.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
    basePackageClasses = {
      StockItemAggregate.class,
      LocationAggregate.class,
      ProductAggregate.class,
      ClientAggregate.class
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
  ClientTargets clientTargets() {
    return new ClientTargets();
  }

  @Bean
  Registry registry(CommandSettings settings, Locations locations, Products products) {
    return settings.strictRegistry()
        ? new AggregateRegistry(locations, products)
        : Registry.lenient();
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
      CommandSettings settings, InstantSource clock, Registry registry, StockHistory history) {
    return new Surroundings(
        clock, settings.lateWindow(), registry, history, () -> UUID.randomUUID().toString());
  }

  @Bean
  ExpiryRecord expiryRecord(ReservationRegister register) {
    return new RegisteredExpiries(register);
  }

  @Bean
  Channels channels() {
    return Channels.onlyDefault();
  }

  @Bean
  ReservationCommandHandler reservationCommandHandler(
      Repository<StockItemAggregate> stockItemRepository,
      ReservationRegister register,
      Channels channels,
      Surroundings surroundings) {
    return new ReservationCommandHandler(stockItemRepository, register, channels, surroundings);
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
