package io.stockledger.server.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Feeds that are written to files by the clock, under {@code stockledger.feeds}. Nodes that have
 * them share the directory.
 *
 * @param directory where the files are; needed where there are exports
 */
@ConfigurationProperties("stockledger.feeds")
public record FeedsSettings(@Nullable Path directory, @DefaultValue List<Export> exports) {
  public FeedsSettings {
    if (directory == null && !exports.isEmpty()) {
      throw new IllegalArgumentException("stockledger.feeds.directory is needed for exports");
    }
    Set<String> ids = new HashSet<>();
    for (Export export : exports) {
      if (!ids.add(export.id())) {
        throw new IllegalArgumentException("two feeds have the id " + export.id());
      }
    }
  }

  /**
   * One feed.
   *
   * @param id 1 to 40 small letters, digits and hyphens; the beginning of the names of its files
   * @param channel whose offer it tells
   * @param fullAt when on each day the full file is begun, as {@code HH:mm}
   * @param timeZone by which clock, such as {@code Europe/Vienna}
   * @param incrementalEvery so far apart incremental files are; absent for none
   * @param keep so many full files are kept, with the incremental ones that follow them
   * @param gzip whether they are compressed
   * @param pickupMethod {@code buy} or {@code reserve}, for items that customers may fetch; absent
   *     where the files say nothing of it
   * @param pickupSla when they are ready, such as {@code same day}; together with pickupMethod
   */
  public record Export(
      String id,
      String channel,
      @DefaultValue("02:00") String fullAt,
      @DefaultValue("UTC") String timeZone,
      @Nullable Duration incrementalEvery,
      @DefaultValue("3") int keep,
      @DefaultValue("false") boolean gzip,
      @Nullable String pickupMethod,
      @Nullable String pickupSla) {}
}
