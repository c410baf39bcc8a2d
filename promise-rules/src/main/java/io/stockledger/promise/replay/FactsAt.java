package io.stockledger.promise.replay;

import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Promise;
import io.stockledger.promise.Promising;
import io.stockledger.promise.Stock;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import java.time.Instant;

/**
 * All that a promise was made of at a moment of the recorded clock: what the ledger had recorded by
 * then, and nothing of what it learned later.
 */
public record FactsAt(
    ChannelBook channel,
    Switches switches,
    Subject subject,
    Stock stock,
    Place place,
    Instant moment) {

  /** What the channel promised. */
  public Promise promise(boolean forPickup) {
    return Promising.promise(channel, switches, subject, stock, place, moment, forPickup);
  }

  /** The same facts under other rules. */
  public FactsAt through(ChannelBook other) {
    return new FactsAt(other, switches, subject, stock, place, moment);
  }
}
