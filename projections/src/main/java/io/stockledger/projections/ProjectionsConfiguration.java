package io.stockledger.projections;

import io.stockledger.projections.generation.GenerationDataSource;
import io.stockledger.projections.generation.GenerationProcessors;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.generation.LivePositions;
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
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The front door of this module: every projection of the live read model, running.
 *
 * <p>Needs from outside, all of the role {@code ledger_app}: {@code projectionDataSource} and
 * {@code readDataSource}, connections of processors and of queries; the live generation, migrated
 * by {@link ReadModelSchema} before the processors start; the ledger as a message source; {@code
 * tokenSerializer}, which writes tokens as JSON with their {@code position}; a clock; {@link
 * ProjectionSettings} and {@link GenerationSettings}.
 */
@Configuration(proxyBeanMethods = false)
public class ProjectionsConfiguration {
  @Bean
  LivePositions livePositions(
      LiveGeneration live,
      @Qualifier("projectionDataSource") GenerationDataSource projectionDataSource) {
    return new LivePositions(live, projectionDataSource);
  }

  @Bean
  GenerationProcessors generationProcessors(
      LiveGeneration live,
      @Qualifier("projectionDataSource") GenerationDataSource projectionDataSource,
      @Qualifier("readDataSource") GenerationDataSource readDataSource,
      LivePositions positions,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      @Qualifier("tokenSerializer") Serializer serializer,
      ProjectionSettings settings,
      GenerationSettings generations,
      InstantSource clock) {
    return new GenerationProcessors(
        live,
        projectionDataSource,
        readDataSource,
        positions,
        (connections, reached) ->
            processors(ledger, connections, reached, serializer, settings, clock),
        generations.keep());
  }

  /** The processors of one generation, whose schema is the search path of these connections. */
  public static ProjectionProcessors processors(
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      DataSource connections,
      ProjectionPositions positions,
      Serializer serializer,
      ProjectionSettings settings,
      InstantSource clock) {
    return new ProjectionProcessors(
        AllProjections.list(),
        ledger,
        tokenStore(connections, serializer, settings.nodeId()),
        new JdbcTemplate(connections),
        new JdbcTransactionManager(connections),
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
