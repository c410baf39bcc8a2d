package io.stockledger.command.lowstock;

import io.stockledger.api.lowstock.DueThresholdsView.DueThreshold;
import java.util.List;

/** Finds items whose threshold is not yet what the rules say. It may be a little behind. */
@FunctionalInterface
public interface DueThresholds {
  /**
   * @return at most {@code limit}
   */
  List<DueThreshold> due(int limit);
}
