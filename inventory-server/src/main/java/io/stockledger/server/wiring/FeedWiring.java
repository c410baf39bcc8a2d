package io.stockledger.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.command.channel.Offering;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.Leadership;
import io.stockledger.outgoing.change.Offers;
import io.stockledger.outgoing.feed.FeedChannel;
import io.stockledger.outgoing.feed.FeedChannels;
import io.stockledger.outgoing.feed.FeedExport;
import io.stockledger.outgoing.feed.FeedExports;
import io.stockledger.outgoing.feed.FeedTable;
import io.stockledger.outgoing.feed.LocalInventoryFeed;
import io.stockledger.outgoing.feed.ScheduledFeed;
import io.stockledger.outgoing.feed.StorePickup;
import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.promise.ChannelBook;
import io.stockledger.server.changes.PutChannels;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.feed.ScheduledFeeds;
import io.stockledger.server.settings.FeedsSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Feeds of what channels offer. */
@Configuration(proxyBeanMethods = false)
class FeedWiring {
  @Bean
  FeedTable feedTable(HikariDataSource outgoingDataSource, JsonMapper json) {
    return new FeedTable(outgoingDataSource, json);
  }

  @Bean
  FeedChannels feedChannels(PutChannels put, Offering offering) {
    return channel -> {
      ChannelBook book = put.isPut(channel) ? offering.channel(channel) : null;
      if (book == null) {
        return null;
      }
      Map<String, String> codes = book.traits().storeCodes();
      return new FeedChannel(channel, codes == null ? Map.of() : codes, book.version());
    };
  }

  @Bean
  LocalInventoryFeed localInventoryFeed(
      GenerationDataSource readDataSource,
      Offers offers,
      ChangeLog log,
      FeedTable places,
      Clock clock) {
    StoredItems items = new StoredItems(readDataSource, StoredOffers.PROJECTIONS);
    return new LocalInventoryFeed(items, offers, log, places, clock);
  }

  @Bean
  ScheduledFeeds scheduledFeeds(FeedsSettings settings) {
    return new ScheduledFeeds(settings.exports().stream().map(FeedWiring::scheduled).toList());
  }

  private static ScheduledFeed scheduled(FeedsSettings.Export export) {
    String method = export.pickupMethod();
    String sla = export.pickupSla();
    if ((method == null) != (sla == null)) {
      throw new IllegalArgumentException(
          "pickup-method and pickup-sla of feed " + export.id() + " are given together");
    }
    return new ScheduledFeed(
        export.id(),
        export.channel(),
        LocalTime.parse(export.fullAt()),
        ZoneId.of(export.timeZone()),
        export.incrementalEvery(),
        export.keep(),
        export.gzip(),
        method == null || sla == null ? null : new StorePickup(method, sla));
  }

  @Bean(destroyMethod = "") // closed by WrittenFeeds
  FeedExports feedExports(
      ScheduledFeeds feeds,
      FeedsSettings settings,
      LocalInventoryFeed feed,
      FeedChannels channels,
      FeedTable states,
      LedgerDatabase database,
      Clock clock) {
    Path directory = settings.directory() == null ? Path.of("feeds") : settings.directory();
    return new FeedExports(
        feeds.feeds(),
        new FeedExport(feed, channels, states, directory, clock),
        new Leadership(() -> database.connect(database.app()), FeedExports.LOCK));
  }

  @Bean
  WrittenFeeds writtenFeeds(FeedExports exports) {
    return new WrittenFeeds(exports);
  }
}
