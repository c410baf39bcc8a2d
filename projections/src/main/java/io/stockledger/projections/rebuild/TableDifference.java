package io.stockledger.projections.rebuild;

import java.util.List;

/**
 * How a live table differs from a rebuilt one.
 *
 * @param livePosition up to where the live one is folded; different positions prove nothing
 * @param onlyLive rows that a rebuild does not come to
 * @param onlyRebuilt rows that the live table should have
 * @param examples the first few of both, as JSON
 */
public record TableDifference(
    String table,
    long livePosition,
    long rebuiltPosition,
    long onlyLive,
    long onlyRebuilt,
    List<String> examples) {
  public boolean isNone() {
    return onlyLive == 0 && onlyRebuilt == 0 && livePosition == rebuiltPosition;
  }
}
