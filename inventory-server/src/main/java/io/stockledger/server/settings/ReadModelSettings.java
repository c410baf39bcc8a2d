package io.stockledger.server.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about read models, under {@code stockledger.read-model}.
 *
 * @param keep how long one that was replaced is kept; a read takes 30 s at most
 */
@ConfigurationProperties("stockledger.read-model")
public record ReadModelSettings(@DefaultValue("1m") Duration keep) {}
