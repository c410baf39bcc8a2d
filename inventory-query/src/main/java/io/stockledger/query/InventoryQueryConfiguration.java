package io.stockledger.query;

import io.stockledger.promise.replay.Streams;
import io.stockledger.query.audit.AsOfQueries;
import io.stockledger.query.audit.EntryQueries;
import io.stockledger.query.audit.HistoryQueries;
import io.stockledger.query.audit.LedgerQueries;
import io.stockledger.query.channel.ChannelQueries;
import io.stockledger.query.channel.MeasureQueries;
import io.stockledger.query.channel.Offers;
import io.stockledger.query.channel.PastSellableQueries;
import io.stockledger.query.channel.SellableQueries;
import io.stockledger.query.channel.SwitchQueries;
import io.stockledger.query.credential.CredentialQueries;
import io.stockledger.query.device.DeviceQueries;
import io.stockledger.query.discrepancy.DiscrepancyQueries;
import io.stockledger.query.inbound.InboundQueries;
import io.stockledger.query.inbound.PromiseQueries;
import io.stockledger.query.inbound.VendorQueries;
import io.stockledger.query.lowstock.LowStockQueries;
import io.stockledger.query.lowstock.LowStockRuleQueries;
import io.stockledger.query.near.Heard;
import io.stockledger.query.projection.ProjectionQueries;
import io.stockledger.query.reading.ReadModel;
import io.stockledger.query.registry.LocationQueries;
import io.stockledger.query.registry.ProductQueries;
import io.stockledger.query.registry.SourceQueries;
import io.stockledger.query.reservation.AccuracyQueries;
import io.stockledger.query.reservation.ReservationQueries;
import io.stockledger.query.stock.AvailableQueries;
import io.stockledger.query.stock.CountWorklistQueries;
import io.stockledger.query.stock.OnHandQueries;
import io.stockledger.query.stock.ReconciliationQueries;
import io.stockledger.query.stock.StockQueries;
import io.stockledger.query.transfer.TransferQueries;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.Registration;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The front door of this module: everything that answers queries.
 *
 * <p>Needs from outside: {@code readDataSource}, whose search path is the read schema and whose
 * role may select from {@code ledger.event}; a clock; {@link QuerySettings}; {@link Streams} of the
 * ledger; and that {@link Heard} is told of every entry, or memory is never asked. Axon finds the
 * handlers among the beans; who runs without Axon's Spring support subscribes them by {@link
 * #subscribe}.
 */
@Configuration(proxyBeanMethods = false)
public class InventoryQueryConfiguration {
  @Bean
  Heard heard() {
    return new Heard();
  }

  @Bean
  ReadModel readModel(
      @Qualifier("readDataSource") DataSource dataSource, InstantSource clock, Heard heard) {
    return new ReadModel(dataSource, clock, heard);
  }

  @Bean
  StockQueries stockQueries(ReadModel model) {
    return new StockQueries(model);
  }

  @Bean
  OnHandQueries onHandQueries(ReadModel model) {
    return new OnHandQueries(model);
  }

  @Bean
  AvailableQueries availableQueries(ReadModel model) {
    return new AvailableQueries(model);
  }

  @Bean
  ReconciliationQueries reconciliationQueries(ReadModel model) {
    return new ReconciliationQueries(model);
  }

  @Bean
  LowStockQueries lowStockQueries(ReadModel model) {
    return new LowStockQueries(model);
  }

  @Bean
  LowStockRuleQueries lowStockRuleQueries(ReadModel model) {
    return new LowStockRuleQueries(model);
  }

  @Bean
  CountWorklistQueries countWorklistQueries(ReadModel model) {
    return new CountWorklistQueries(model);
  }

  @Bean
  SellableQueries sellableQueries(ReadModel model, QuerySettings settings) {
    return new SellableQueries(model, settings.memory());
  }

  @Bean
  Offers offers(SellableQueries sellable) {
    return sellable.offers();
  }

  @Bean
  PastSellableQueries pastSellableQueries(ReadModel model, Streams streams) {
    return new PastSellableQueries(model, streams);
  }

  @Bean
  ReservationQueries reservationQueries(ReadModel model) {
    return new ReservationQueries(model);
  }

  @Bean
  AccuracyQueries accuracyQueries(ReadModel model) {
    return new AccuracyQueries(model);
  }

  @Bean
  TransferQueries transferQueries(ReadModel model) {
    return new TransferQueries(model);
  }

  @Bean
  InboundQueries inboundQueries(ReadModel model) {
    return new InboundQueries(model);
  }

  @Bean
  PromiseQueries promiseQueries(ReadModel model) {
    return new PromiseQueries(model);
  }

  @Bean
  VendorQueries vendorQueries(ReadModel model) {
    return new VendorQueries(model);
  }

  @Bean
  DiscrepancyQueries discrepancyQueries(ReadModel model) {
    return new DiscrepancyQueries(model);
  }

  @Bean
  DeviceQueries deviceQueries(ReadModel model) {
    return new DeviceQueries(model);
  }

  @Bean
  HistoryQueries historyQueries(ReadModel model) {
    return new HistoryQueries(model);
  }

  @Bean
  AsOfQueries asOfQueries(ReadModel model) {
    return new AsOfQueries(model);
  }

  @Bean
  EntryQueries entryQueries(ReadModel model) {
    return new EntryQueries(model);
  }

  @Bean
  LedgerQueries ledgerQueries(ReadModel model) {
    return new LedgerQueries(model);
  }

  @Bean
  LocationQueries locationQueries(ReadModel model) {
    return new LocationQueries(model);
  }

  @Bean
  ProductQueries productQueries(ReadModel model) {
    return new ProductQueries(model);
  }

  @Bean
  ChannelQueries channelQueries(ReadModel model) {
    return new ChannelQueries(model);
  }

  @Bean
  SwitchQueries switchQueries(ReadModel model) {
    return new SwitchQueries(model);
  }

  @Bean
  MeasureQueries measureQueries(ReadModel model) {
    return new MeasureQueries(model);
  }

  @Bean
  SourceQueries sourceQueries(ReadModel model) {
    return new SourceQueries(model);
  }

  @Bean
  CredentialQueries credentialQueries(ReadModel model) {
    return new CredentialQueries(model);
  }

  @Bean
  ProjectionQueries projectionQueries(ReadModel model) {
    return new ProjectionQueries(model);
  }

  /** Subscribes every handler of this module to a bus, without Spring. */
  public static List<Registration> subscribe(ReadModel model, QueryBus bus) {
    return List.of(
            new StockQueries(model),
            new OnHandQueries(model),
            new AvailableQueries(model),
            new ReconciliationQueries(model),
            new LowStockQueries(model),
            new LowStockRuleQueries(model),
            new CountWorklistQueries(model),
            new SellableQueries(model),
            new ReservationQueries(model),
            new AccuracyQueries(model),
            new TransferQueries(model),
            new InboundQueries(model),
            new PromiseQueries(model),
            new VendorQueries(model),
            new DiscrepancyQueries(model),
            new DeviceQueries(model),
            new HistoryQueries(model),
            new AsOfQueries(model),
            new LedgerQueries(model),
            new EntryQueries(model),
            new LocationQueries(model),
            new ProductQueries(model),
            new ChannelQueries(model),
            new SwitchQueries(model),
            new MeasureQueries(model),
            new SourceQueries(model),
            new CredentialQueries(model),
            new ProjectionQueries(model))
        .stream()
        .map(handlers -> new AnnotationQueryHandlerAdapter<>(handlers).subscribe(bus))
        .toList();
  }
}
