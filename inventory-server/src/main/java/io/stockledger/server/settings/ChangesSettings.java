package io.stockledger.server.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about changes that channels are told, under {@code stockledger.changes}.
 *
 * @param kept for how long changes stay in the log
 * @param mostStreams so many streams may be open on this node. One takes about 64 kB, and at most 1
 *     MB more while its reader is slow
 */
@ConfigurationProperties("stockledger.changes")
public record ChangesSettings(
    @DefaultValue("7d") Duration kept, @DefaultValue("4000") int mostStreams) {
  public ChangesSettings {
    if (!kept.isPositive() || mostStreams < 0) {
      throw new IllegalArgumentException(
          "stockledger.changes.kept is more than 0, most-streams 0 or more");
    }
  }
}
