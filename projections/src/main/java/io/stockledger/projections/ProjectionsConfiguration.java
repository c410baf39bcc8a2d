package io.stockledger.projections;

import io.stockledger.projections.running.ProjectionPositions;
import io.stockledger.projections.running.ProjectionProcessors;
import io.stockledger.projections.running.ProjectionSettings;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The front door of this module: every projection, running.
 *
 * <p>Needs from outside: {@code projectionDataSource} (role {@code ledger_app}, search path the
 * read schema, migrated by {@link ReadModelSchema} before the processors start) and {@code
 * projectionTransactionManager} for it, which must know savepoints; the ledger as a message source;
 * {@code tokenSerializer}, which writes tokens as JSON with their {@code position}; a clock; {@link
 * ProjectionSettings}.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {
  @Bean
  ProjectionPositions projectionPositions(
      @Qualifier("projectionDataSource") DataSource dataSource) {
    return new ProjectionPositions(new JdbcTemplate(dataSource));
  }

  @Bean
  TokenStore projectionTokenStore(
      @Qualifier("projectionDataSource") DataSource dataSource,
      @Qualifier("tokenSerializer") Serializer serializer,
      ProjectionSettings settings) {
    return tokenStore(dataSource, serializer, settings.nodeId());
  }

  @Bean
  ProjectionProcessors projectionProcessors(
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      @Qualifier("projectionTokenStore") TokenStore tokens,
      @Qualifier("projectionDataSource") DataSource dataSource,
      @Qualifier("projectionTransactionManager") PlatformTransactionManager transactions,
      ProjectionPositions positions,
      ProjectionSettings settings,
      InstantSource clock) {
    return new ProjectionProcessors(
        AllProjections.list(),
        ledger,
        tokens,
        new JdbcTemplate(dataSource),
        transactions,
        positions,
        settings,
        clock);
  }

  /** Tokens in {@code token_entry}, in the transaction that is open on this thread. */
  public static TokenStore tokenStore(DataSource dataSource, Serializer serializer, String nodeId) {
    return JdbcTokenStore.builder()
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .serializer(serializer)
        .contentType(String.class)
        .schema(
            TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build())
        .nodeId(nodeId)
        .build();
  }
}
