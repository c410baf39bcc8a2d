package io.stockledger.server.wiring;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.credential.CredentialQuery;
import io.stockledger.api.location.LocationQuery.ListSourceSigns;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.location.SourceSignsView;
import io.stockledger.api.lowstock.LowStockRuleQuery.FindDueThresholds;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.api.stock.DiscrepancyReasons;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.ChannelAggregate;
import io.stockledger.command.channel.ConsumerLag;
import io.stockledger.command.channel.Measures;
import io.stockledger.command.channel.SwitchBoard;
import io.stockledger.command.channel.SwitchBoardAggregate;
import io.stockledger.command.channel.SwitchBoards;
import io.stockledger.command.location.Location;
import io.stockledger.command.location.LocationAggregate;
import io.stockledger.command.location.Locations;
import io.stockledger.command.location.SourceSigns;
import io.stockledger.command.location.SourceSigns.Due;
import io.stockledger.command.lowstock.DueThresholds;
import io.stockledger.command.product.Product;
import io.stockledger.command.product.ProductAggregate;
import io.stockledger.command.product.Products;
import io.stockledger.command.registry.KnownItems;
import io.stockledger.command.stock.StockHistory;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.ledger.Ledger;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.Receipts;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.generation.LivePositions;
import io.stockledger.projections.rebuild.RebuildRequests;
import io.stockledger.promise.replay.Streams;
import io.stockledger.query.QuerySettings;
import io.stockledger.query.channel.SellableQueries;
import io.stockledger.query.near.Heard;
import io.stockledger.server.channel.PastChannels;
import io.stockledger.server.http.Recorded;
import io.stockledger.server.projection.Rebuilds;
import io.stockledger.server.read.NearAnswers;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.CredentialSource;
import io.stockledger.server.settings.DiscrepancySettings;
import io.stockledger.server.settings.StockledgerSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the modules ask of whoever runs them. */
@Configuration(proxyBeanMethods = false)
class Ports {
  @Bean
  StockHistory stockHistory(Ledger ledger) {
    return new LedgerHistory(ledger.reader());
  }

  @Bean
  Streams streams(Ledger ledger) {
    return new LedgerStreams(ledger.reader());
  }

  @Bean
  Locations locations(LedgerRepository<LocationAggregate, Location> locationRepository) {
    return location -> locationRepository.stateOf(RegisterLocation.stream(location));
  }

  @Bean
  Products products(LedgerRepository<ProductAggregate, Product> productRepository) {
    return sku -> productRepository.stateOf(RegisterProduct.stream(sku));
  }

  @Bean
  LedgerOffering offering(
      Locations locations,
      Products products,
      LedgerRepository<ChannelAggregate, Channel> channelRepository,
      LedgerRepository<SwitchBoardAggregate, SwitchBoard> switchBoardRepository) {
    return new LedgerOffering(locations, products, channelRepository, switchBoardRepository);
  }

  @Bean
  SwitchBoards switchBoards(
      LedgerRepository<SwitchBoardAggregate, SwitchBoard> switchBoardRepository) {
    return () -> switchBoardRepository.stateOf(SwitchEvent.STREAM);
  }

  @Bean
  Measures measures(
      @Lazy Reads reads,
      RefusalCount refusals,
      ObjectProvider<ConsumerLag> lag,
      DiscrepancySettings settings) {
    return new NodeMeasures(
        reads, refusals, lag.getIfAvailable(ConsumerLag::unmeasured), settings.criticalUnits());
  }

  @Bean
  PastChannels pastChannels(Streams streams, Ledger ledger, InstantSource clock) {
    return new LedgerPastChannels(streams, ledger.feed(), clock);
  }

  @Bean
  KnownItems knownItems(
      Ledger ledger, LedgerRepository<StockItemAggregate, StockItem> stockItemRepository) {
    return new LedgerItems(ledger.reader(), stockItemRepository);
  }

  @Bean
  RecalledItems recalledItems(
      Ledger ledger,
      LedgerRepository<StockItemAggregate, StockItem> stockItemRepository,
      @Lazy CommandGateway gateway) {
    return new RecalledItems(ledger.reader(), stockItemRepository, gateway);
  }

  @Bean
  ClaimedAliases claimedAliases(Ledger ledger) {
    return new ClaimedAliases(ledger.claims());
  }

  @Bean
  RememberedAliases rememberedAliases(ClaimedAliases claimed) {
    return new RememberedAliases(claimed);
  }

  @Bean
  StoredHeartbeats heartbeats(Locations locations, GenerationDataSource readDataSource) {
    return new StoredHeartbeats(locations, readDataSource);
  }

  /** What was recorded after the registry's last entry may be a sign that it does not know. */
  @Bean
  SourceSigns sourceSigns(@Lazy Reads reads) {
    return now -> {
      SourceSignsView known = reads.view(new ListSourceSigns());
      Instant until = known.knownUntil().isBefore(now) ? known.knownUntil() : now;
      return known.items().stream()
          .filter(sign -> sign.isDue(until))
          .map(sign -> new Due(sign.location(), sign.source(), sign.lastHeardAt()))
          .toList();
    };
  }

  @Bean
  ClaimedReservations claimedReservations(Ledger ledger, CanonicalJsonSerializer serializer) {
    return new ClaimedReservations(ledger.claims(), serializer.mapper());
  }

  @Bean
  ClaimedTransfers claimedTransfers(Ledger ledger, CanonicalJsonSerializer serializer) {
    return new ClaimedTransfers(ledger.claims(), serializer.mapper());
  }

  @Bean
  ClaimedInbounds claimedInbounds(Ledger ledger, CanonicalJsonSerializer serializer) {
    return new ClaimedInbounds(ledger.claims(), serializer.mapper());
  }

  @Bean
  ClaimedDiscrepancies claimedDiscrepancies(Ledger ledger) {
    return new ClaimedDiscrepancies(ledger.claims());
  }

  @Bean
  DiscrepancyReasons discrepancyReasons(DiscrepancySettings settings) {
    return settings.listed();
  }

  @Bean
  ClaimedDevices claimedDevices(Ledger ledger) {
    return new ClaimedDevices(ledger.claims());
  }

  @Bean
  Receipts receipts(Ledger ledger) {
    return ledger.receipts();
  }

  @Bean
  Recorded recorded(Receipts receipts) {
    return (keyOwner, key) -> receipts.find(keyOwner, key).receipt() != null;
  }

  @Bean
  LedgerFeed ledgerFeed(Ledger ledger) {
    return ledger.feed();
  }

  @Bean
  ReadModels readModels(LivePositions positions, LedgerFeed feed) {
    return (model, position, patience) ->
        model.equals(ReadModels.LEDGER)
            ? feed.awaitBeyond(position - 1, patience) >= position
            : positions.await(model, position, patience);
  }

  @Bean
  NearAnswers nearAnswers(SellableQueries sellable) {
    return new NearAnswers() {
      @Override
      public <V extends Answer.View> Optional<V> find(Query<V> query, long minPosition) {
        return sellable.fromMemory(query, minPosition).map(query::viewIn);
      }
    };
  }

  @Bean
  QuerySettings querySettings(StockledgerSettings settings) {
    return new QuerySettings(settings.readMemory().toBytes());
  }

  @Bean
  Hearing hearing(Ledger ledger, Heard heard, LiveGeneration live, RememberedAliases aliases) {
    live.onMove(heard::forget);
    return new Hearing(ledger.feed(), ledger.store(), heard, aliases);
  }

  @Bean
  Rebuilds rebuilds(RebuildRequests requests) {
    return new ReadModelRebuilds(requests);
  }

  @Bean
  DueThresholds dueThresholds(@Lazy Reads reads) {
    return limit -> reads.view(new FindDueThresholds(limit)).items();
  }

  @Bean
  CredentialSource credentialSource(@Lazy Reads reads) {
    return (CredentialQuery.FindCredential query) -> reads.ask(query);
  }
}
