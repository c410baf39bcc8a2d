package io.stockledger.projections.rebuild;

import io.stockledger.projections.AllProjections;
import io.stockledger.projections.generation.GenerationSettings;
import io.stockledger.projections.generation.LiveGeneration;
import io.stockledger.projections.generation.SchemaPool;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Rebuilding while everything runs.
 *
 * <p>Needs what {@link io.stockledger.projections.ProjectionsConfiguration} needs, {@code
 * pointerDataSource} for the pointer's table, and {@code rebuildPools}.
 */
@Configuration(proxyBeanMethods = false)
public class RebuildConfiguration {
  @Bean
  RebuildRequests rebuildRequests(@Qualifier("pointerDataSource") DataSource pointer) {
    return new RebuildRequests(pointer);
  }

  @Bean
  RebuildRunning rebuildRunning(
      @Qualifier("pointerDataSource") DataSource pointerTables,
      LiveGeneration pointer,
      @Qualifier("rebuildPools") SchemaPool pools,
      GenerationSettings settings,
      StreamableMessageSource<TrackedEventMessage<?>> ledger,
      @Qualifier("tokenSerializer") Serializer serializer,
      InstantSource clock) {
    return new RebuildRunning(
        pointerTables,
        pointer,
        pools,
        settings,
        new Build.Tools(AllProjections::list, ledger, serializer, clock));
  }
}
