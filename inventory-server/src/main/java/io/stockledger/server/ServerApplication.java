package io.stockledger.server;

import io.stockledger.server.settings.ChangesSettings;
import io.stockledger.server.settings.DeviceSettings;
import io.stockledger.server.settings.DiscrepancySettings;
import io.stockledger.server.settings.FeedsSettings;
import io.stockledger.server.settings.ReadModelSettings;
import io.stockledger.server.settings.StockledgerSettings;
import io.stockledger.server.settings.WebhookSettings;
import org.axonframework.springboot.autoconfig.AxonServerActuatorAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;

/** The server as a Spring application; what it consists of is in the packages beside it. */
@SpringBootApplication(
    exclude = {
      JdbcAutoConfiguration.class,
      AxonServerAutoConfiguration.class,
      AxonServerBusAutoConfiguration.class,
      AxonServerActuatorAutoConfiguration.class,
      XStreamAutoConfiguration.class,
      // an observation of every request costs more than the decision that it asks for (ADR 0011)
      ObservationAutoConfiguration.class,
      WebMvcObservationAutoConfiguration.class
    })
@EnableConfigurationProperties({
  StockledgerSettings.class,
  ReadModelSettings.class,
  DiscrepancySettings.class,
  DeviceSettings.class,
  WebhookSettings.class,
  ChangesSettings.class,
  FeedsSettings.class
})
public class ServerApplication {}
