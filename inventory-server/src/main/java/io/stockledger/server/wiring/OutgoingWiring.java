package io.stockledger.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.change.Announcer;
import io.stockledger.outgoing.change.ChangeSettings;
import io.stockledger.outgoing.change.ChangeTable;
import io.stockledger.outgoing.change.Entries;
import io.stockledger.outgoing.change.Leadership;
import io.stockledger.outgoing.change.Steps;
import io.stockledger.outgoing.change.TaskTable;
import io.stockledger.outgoing.preview.PreviewLimits;
import io.stockledger.outgoing.preview.Previews;
import io.stockledger.outgoing.preview.StoredChannels;
import io.stockledger.outgoing.shadow.Shadows;
import io.stockledger.outgoing.stream.ChangeStreams;
import io.stockledger.outgoing.stream.StreamSettings;
import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.promise.replay.Streams;
import io.stockledger.query.near.Heard;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.settings.ChangesSettings;
import io.stockledger.server.settings.StockledgerSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What channels are told unasked. */
@Configuration(proxyBeanMethods = false)
class OutgoingWiring {
  @Bean
  StoredOffers storedOffers(
      GenerationDataSource readDataSource,
      io.stockledger.query.channel.Offers answers,
      Heard heard) {
    return new StoredOffers(readDataSource, answers, heard);
  }

  @Bean
  LedgerEntries ledgerEntries(LedgerFeed feed, GenerationDataSource readDataSource) {
    return new LedgerEntries(feed, readDataSource);
  }

  @Bean
  ChangeTable changeTable(HikariDataSource outgoingDataSource, JsonMapper json) {
    return new ChangeTable(outgoingDataSource, json);
  }

  @Bean
  TaskTable taskTable(HikariDataSource outgoingDataSource) {
    return new TaskTable(outgoingDataSource);
  }

  @Bean(destroyMethod = "") // closed by ToldChannels
  ChangeStreams changeStreams(
      ChangeTable log, ChangesSettings settings, JsonMapper json, Clock clock) {
    return new ChangeStreams(
        log, StreamSettings.DEFAULT.mostStreams(settings.mostStreams()), json, clock);
  }

  @Bean(destroyMethod = "") // closed by ToldChannels
  Announcer announcer(
      HikariDataSource outgoingDataSource,
      GenerationDataSource readDataSource,
      LedgerDatabase database,
      JsonMapper json,
      StoredOffers offers,
      Entries entries,
      ChangesSettings settings,
      ChangeStreams streams,
      Clock clock) {
    ChangeSettings changes = ChangeSettings.DEFAULT.kept(settings.kept());
    StoredItems items = new StoredItems(readDataSource, StoredOffers.PROJECTIONS);
    return new Announcer(
        new Steps(outgoingDataSource, json, offers, items, entries, changes, clock),
        new Leadership(() -> database.connect(database.app())),
        entries,
        changes,
        streams::wake);
  }

  @Bean
  Previews previews(
      HikariDataSource outgoingDataSource,
      GenerationDataSource readDataSource,
      JsonMapper json,
      Streams streams,
      Clock clock) {
    StoredItems items = new StoredItems(readDataSource, StoredOffers.PROJECTIONS);
    return new Previews(outgoingDataSource, json, items, streams, PreviewLimits.DEFAULT, clock);
  }

  @Bean
  StoredChannels storedChannels(Streams streams) {
    return new StoredChannels(streams);
  }

  @Bean
  Shadows shadows(
      HikariDataSource outgoingDataSource, Streams streams, JsonMapper json, Clock clock) {
    return new Shadows(outgoingDataSource, streams, json, clock);
  }

  @Bean
  ToldChannels toldChannels(
      Announcer announcer, ChangeStreams streams, StockledgerSettings settings) {
    return new ToldChannels(announcer, streams, settings.projections().enabled());
  }
}
