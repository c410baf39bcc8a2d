package io.stockledger.outgoing.feed;

import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.ChangeLog;
import io.stockledger.outgoing.change.LoggedChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a part of the log comes to: the last word on each of its items.
 *
 * @param upTo the last change of it; where the next part begins
 * @param isAll whether nothing was told of the channel since
 */
public record LatestChanges(SequencedMap<ItemId, Offered> items, long upTo, boolean isAll) {
  /** A part is so long at most; it is held in memory, some 15 MB. */
  public static final int MOST = 50_000;

  private static final int PAGE = 1_000;

  /**
   * @param after the last change that is known
   * @param most at most about so many changes
   */
  static LatestChanges read(ChangeLog log, String channel, long after, int most) {
    long end = log.end();
    SequencedMap<ItemId, Offered> items = new LinkedHashMap<>();
    long upTo = after;
    for (int read = 0; read < most; ) {
      List<LoggedChange> page = log.after(channel, upTo, Math.min(PAGE, most - read));
      if (page.isEmpty()) {
        // what others were told in between need not be looked at again
        return new LatestChanges(items, Math.max(upTo, end), true);
      }
      for (LoggedChange change : page) {
        items.putLast(new ItemId(change.location(), change.sku()), change.after());
      }
      read += page.size();
      upTo = page.getLast().id();
    }
    return new LatestChanges(items, upTo, log.after(channel, upTo, 1).isEmpty());
  }
}
