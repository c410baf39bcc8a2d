package io.stockledger.query.near;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where what was written last was written last. Of what it no longer remembers it knows that
 * nothing came behind a certain position, so that forgetting makes nobody believe an old row.
 */
final class RecentlyWritten {
  private final int most;
  private final LinkedHashMap<Place, Long> positions = new LinkedHashMap<>();
  private long forgottenUpTo;

  /**
   * @param most places that are remembered
   */
  RecentlyWritten(int most) {
    this.most = most;
  }

  /** These were written, the last of them at a position. */
  synchronized void wrote(Collection<Place> places, long position) {
    for (Place place : places) {
      Long known = positions.remove(place);
      positions.put(place, known == null ? position : Math.max(known, position));
    }
    while (positions.size() > most) {
      Map.Entry<Place, Long> oldest = positions.pollFirstEntry();
      forgottenUpTo = Math.max(forgottenUpTo, oldest.getValue());
    }
  }

  /** Whether who has read a place with everything up to a position has its newest entry. */
  synchronized boolean isNewest(Place place, long position) {
    Long written = positions.get(place);
    return position >= (written == null ? forgottenUpTo : written);
  }

  /** Nothing is known of what was written up to a position. */
  synchronized void forget(long position) {
    positions.clear();
    forgottenUpTo = Math.max(forgottenUpTo, position);
  }
}
