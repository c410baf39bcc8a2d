package io.stockledger.outgoing.change;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.Offers.Seen;
import io.stockledger.outgoing.change.ShownTable.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a channel's items is to be told, given what was told last. An item that is not exposed is
 * one that the channel does not have: nobody is told that it still has it not.
 */
final class Difference {
  /** A moment that passed already is looked at again after this. */
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final String channel;
  private final Cause cause;
  private final Instant now;
  private final List<LoggedChange> changes = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<ItemId> gone = new ArrayList<>();
  private long lastChange;

  private Difference(String channel, Cause cause, Instant now, long lastChange) {
    this.channel = channel;
    this.cause = cause;
    this.now = now;
    this.lastChange = lastChange;
  }

  /**
   * @param lastChange the newest id of the log
   */
  static Difference of(
      String channel,
      Collection<Seen> seen,
      Map<ItemId, Shown> before,
      Cause cause,
      Instant now,
      long lastChange) {
    Difference difference = new Difference(channel, cause, now, lastChange);
    seen.forEach(each -> difference.take(each, before.get(each.item())));
    return difference;
  }

  /** To be added to the log. */
  List<LoggedChange> changes() {
    return changes;
  }

  /** To be remembered. */
  List<Shown> shown() {
    return shown;
  }

  /** Not to be remembered any more. */
  List<ItemId> gone() {
    return gone;
  }

  long lastChange() {
    return lastChange;
  }

  private void take(Seen seen, @Nullable Shown before) {
    boolean exposed = seen.offered().state() != OfferState.NOT_EXPOSED;
    Offered told = before == null ? null : before.offered();
    if (exposed ? !seen.offered().equals(told) : told != null) {
      changes.add(change(seen, told));
    }
    if (exposed) {
      Shown after = new Shown(seen.item(), seen.offered(), validUntil(seen));
      if (!after.equals(before)) {
        shown.add(after);
      }
    } else if (told != null) {
      gone.add(seen.item());
    }
  }

  private @Nullable Instant validUntil(Seen seen) {
    Instant until = seen.validUntil();
    // the table knows microseconds; what is cut off must not make it earlier than it is
    return until == null ? null : until.isAfter(now) ? ceiling(until) : ceiling(now.plus(AGAIN));
  }

  private static Instant ceiling(Instant moment) {
    Instant floor = moment.truncatedTo(ChronoUnit.MICROS);
    return floor.equals(moment) ? moment : floor.plus(1, ChronoUnit.MICROS);
  }

  private LoggedChange change(Seen seen, @Nullable Offered before) {
    return new LoggedChange(
        ++lastChange,
        channel,
        seen.item().location(),
        seen.item().sku(),
        before,
        seen.offered(),
        seen.version(),
        seen.position(),
        seen.channelVersion(),
        cause.word(),
        now);
  }
}
