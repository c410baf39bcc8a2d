package io.stockledger.server.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about devices that record offline, under {@code stockledger.device}.
 *
 * @param patience how long a line waits for lines before it that did not arrive
 */
@ConfigurationProperties("stockledger.device")
public record DeviceSettings(@DefaultValue("10m") Duration patience) {
  public DeviceSettings {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("stockledger.device.patience is 0 or more");
    }
  }
}
