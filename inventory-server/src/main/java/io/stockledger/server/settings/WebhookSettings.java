package io.stockledger.server.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about webhooks, under {@code stockledger.webhooks}.
 *
 * @param allowedNetworks networks such as {@code 10.1.0.0/16} that deliveries may go to although
 *     they are not public, there also by http; none by default
 */
@ConfigurationProperties("stockledger.webhooks")
public record WebhookSettings(@DefaultValue List<String> allowedNetworks) {
  public WebhookSettings {
    allowedNetworks = List.copyOf(allowedNetworks);
  }
}
