package io.stockledger.benchmarks.traffic;

import io.stockledger.benchmarks.load.Reply;
import io.stockledger.benchmarks.load.Traffic;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Asks the same of every item of a shelf, once, and once more whenever the server was too busy.
 *
 * @see #requireAll
 */
public final class EachItem implements Traffic {
  private static final int BUSY = 503;

  private final RequestTemplate request;
  private final int places;
  private final int items;
  private final Reading reading;
  private final ArrayDeque<Integer> again = new ArrayDeque<>();
  private int next;
  private int good;
  private String lastRefusal = "nothing";

  /** Looks at a good answer. */
  @FunctionalInterface
  public interface Reading {
    void read(int item, Reply reply);
  }

  /**
   * @param places how many places the request has for the item's number
   */
  public EachItem(RequestTemplate request, int places, int items, Reading reading) {
    this.request = request;
    this.places = places;
    this.items = items;
    this.reading = reading;
  }

  @Override
  public long ask(ByteBuffer out) {
    Integer item = again.poll();
    if (item == null) {
      if (next == items) {
        return NOTHING;
      }
      item = next++;
    }
    long[] numbers = new long[places];
    Arrays.fill(numbers, item);
    request.put(out, numbers);
    return item;
  }

  @Override
  public int answered(long ticket, Reply reply) {
    if (reply.status() == BUSY) {
      again.add((int) ticket);
      return 0;
    }
    if (reply.status() >= 300) {
      lastRefusal = reply.status() + " " + reply.body();
      return 0;
    }
    good++;
    reading.read((int) ticket, reply);
    return 1;
  }

  @Override
  public void lost(long ticket) {
    again.add((int) ticket);
  }

  /**
   * @throws IllegalStateException unless there was a good answer for each item
   */
  public void requireAll() {
    if (good != items) {
      throw new IllegalStateException(
          "%d of %d were answered well; the others such as %s".formatted(good, items, lastRefusal));
    }
  }
}
