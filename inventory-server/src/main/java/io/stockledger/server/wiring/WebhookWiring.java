package io.stockledger.server.wiring;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.stockledger.command.channel.ConsumerLag;
import io.stockledger.command.webhook.Webhooks;
import io.stockledger.command.webhook.WebhooksAggregate;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.outgoing.OutgoingSchema;
import io.stockledger.outgoing.change.ChangeTable;
import io.stockledger.outgoing.webhook.Addresses;
import io.stockledger.outgoing.webhook.Deliveries;
import io.stockledger.outgoing.webhook.DeliveryDesk;
import io.stockledger.outgoing.webhook.DeliverySettings;
import io.stockledger.outgoing.webhook.HttpSender;
import io.stockledger.outgoing.webhook.Secrets;
import io.stockledger.server.database.LedgerDatabase;
import io.stockledger.server.database.Pools;
import io.stockledger.server.read.Reads;
import io.stockledger.server.settings.WebhookSettings;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks on the ledger, the log of changes and the network. */
@Configuration(proxyBeanMethods = false)
class WebhookWiring {
  /** One for the locks; all endpoints share the others, each for a moment at a time. */
  private static final int CONNECTIONS = 6;

  private static final int CONNECTION_PATIENCE = 3_000;
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration DELIVERING = Duration.ofSeconds(15);

  @Bean(destroyMethod = "close")
  HikariDataSource webhookDataSource(LedgerDatabase database) {
    return Pools.pool(
        "webhooks",
        database,
        database.app(),
        OutgoingSchema.NAME,
        CONNECTIONS,
        CONNECTION_PATIENCE);
  }

  @Bean
  Addresses webhookAddresses(WebhookSettings settings) {
    return new Addresses(settings.allowedNetworks(), InetAddress::getAllByName);
  }

  @Bean
  Secrets webhookSecrets(HikariDataSource webhookDataSource) {
    return new Secrets(webhookDataSource);
  }

  @Bean(destroyMethod = "close")
  HttpSender httpSender(Addresses addresses) {
    return new HttpSender(addresses, CONNECTING, DELIVERING);
  }

  @Bean
  DeliveredEntries deliveredEntries(@Lazy Reads reads, LedgerFeed feed) {
    return new DeliveredEntries(reads, feed);
  }

  @Bean
  DeliveryDesk deliveryDesk(
      HikariDataSource webhookDataSource,
      DeliveredEntries entries,
      HttpSender sender,
      JsonMapper json,
      Clock clock) {
    return new DeliveryDesk(
        webhookDataSource, entries, new ChangeTable(webhookDataSource, json), sender, json, clock);
  }

  @Bean
  RegisteredWebhooks registeredWebhooks(
      LedgerRepository<WebhooksAggregate, Webhooks> webhooksRepository,
      Secrets secrets,
      DeliveryDesk desk,
      HikariDataSource webhookDataSource,
      LedgerFeed feed,
      @Lazy CommandGateway gateway,
      JsonMapper json,
      Clock clock) {
    return new RegisteredWebhooks(
        webhooksRepository,
        secrets,
        desk,
        new ChangeTable(webhookDataSource, json),
        feed,
        gateway,
        clock);
  }

  /** What triggers of switches are told: the slowest of those who follow changes. */
  @Bean
  ConsumerLag consumerLag(
      RegisteredWebhooks webhooks,
      ObjectProvider<io.stockledger.outgoing.change.ConsumerLag> followers) {
    return channel ->
        channel == null
            ? webhooks.secondsBehind()
            : followers.stream().mapToLong(one -> one.secondsBehind(channel)).max().orElse(0);
  }

  @Bean
  WebhookMeters webhookMeters(
      MeterRegistry registry, DeliveryDesk desk, RegisteredWebhooks webhooks) {
    return new WebhookMeters(registry, desk, webhooks);
  }

  @Bean
  WebhooksRunning webhooksRunning(
      HikariDataSource webhookDataSource,
      RegisteredWebhooks webhooks,
      DeliveredEntries entries,
      HttpSender sender,
      JsonMapper json,
      WebhookMeters meters,
      Clock clock) {
    return new WebhooksRunning(
        new Deliveries(
            webhookDataSource,
            webhooks,
            entries,
            new ChangeTable(webhookDataSource, json),
            sender,
            json,
            DeliverySettings.DEFAULT,
            meters,
            clock));
  }
}
