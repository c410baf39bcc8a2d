package io.stockledger.command.location;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds sources that went silent, or were heard again, and of which that is not recorded yet. */
@FunctionalInterface
public interface SourceSigns {
  /**
   * @param lastHeardAt the last sign of it, none where there is none
   */
  record Due(String location, String source, @Nullable Instant lastHeardAt) {}

  List<Due> due(Instant now);
}
