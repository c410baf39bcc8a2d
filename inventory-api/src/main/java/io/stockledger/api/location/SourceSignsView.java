package io.stockledger.api.location;

import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources that have to be judged, and what was heard of them up to {@code knownUntil}.
 *
 * @param knownUntil up to when every sign is known: what was recorded later may not be
 */
public record SourceSignsView(
    List<SourceSign> items, Instant knownUntil, long position, Instant asOf, String stamp)
    implements View {
  public record SourceSign(
      String location, String source, Watch watch, @Nullable Instant lastHeardAt) {
    /** Whether it went stale or came back, and that is not recorded yet. */
    public boolean isDue(Instant now) {
      return watch.isSilent(lastHeardAt, now) == (watch.staleSince() == null);
    }
  }
}
