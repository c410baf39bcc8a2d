package io.stockledger.benchmarks.traffic;

import io.stockledger.benchmarks.load.Reply;
import io.stockledger.benchmarks.load.Traffic;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A day in short: of 100 commands 60 reserve a unit, 20 pick a reservation, 10 release one, 10
 * receive; some items are far busier than others. Keeps the books of what was acknowledged.
 */
public final class MixedTraffic implements Traffic {
  private static final int RESERVES = 60;
  private static final int PICKS = 20;
  private static final int RELEASES = 10;
  private static final int RECEIVED = 5;

  /** What was acknowledged of one item. */
  public record Books(long received, long reserved, long picked, long released) {
    private Books plus(Kind kind) {
      return switch (kind) {
        case RECEIVE -> new Books(received + RECEIVED, reserved, picked, released);
        case RESERVE -> new Books(received, reserved + 1, picked, released);
        case PICK -> new Books(received, reserved, picked + 1, released);
        case RELEASE -> new Books(received, reserved, picked, released + 1);
      };
    }

    public long onHand(long stocked) {
      return stocked + received - picked;
    }

    public long open() {
      return reserved - picked - released;
    }
  }

  private enum Kind {
    RESERVE,
    PICK,
    RELEASE,
    RECEIVE
  }

  private record Asked(Kind kind, int item, long reservation) {}

  private record Open(int item, long reservation) {}

  private final Map<Kind, RequestTemplate> requests = new HashMap<>();
  private final Acknowledged acknowledged;
  private final Zipf zipf;
  private final SplittableRandom random;
  private final Books[] books;
  private final ArrayDeque<Open> open = new ArrayDeque<>();
  private final Map<Long, Asked> underWay = new HashMap<>();
  private volatile Commit lastCommit = new Commit(0, System.nanoTime());

  /**
   * The newest acknowledged write.
   *
   * @param at when its answer came, by {@link System#nanoTime()}
   */
  public record Commit(long position, long at) {}

  public MixedTraffic(String bearer, Shelf shelf, Acknowledged acknowledged, long seed) {
    String reservation = "\"reservationId\":\"" + "#".repeat(12) + "\"";
    String path = "/v1/stock/" + Shelf.LOCATION + "/" + shelf.skuPattern();
    String key = Acknowledged.keyPattern();
    requests.put(
        Kind.RESERVE,
        RequestTemplate.write(
            "POST", bearer, path + "/reserve", key, "{\"quantity\":1," + reservation + "}"));
    requests.put(
        Kind.PICK,
        RequestTemplate.write(
            "POST", bearer, path + "/pick", key, "{\"quantity\":1," + reservation + "}"));
    requests.put(
        Kind.RELEASE,
        RequestTemplate.write(
            "POST", bearer, path + "/release", key, "{\"quantity\":1," + reservation + "}"));
    requests.put(
        Kind.RECEIVE,
        RequestTemplate.write(
            "POST", bearer, path + "/receive", key, "{\"quantity\":" + RECEIVED + "}"));
    this.acknowledged = acknowledged;
    this.zipf = new Zipf(shelf.items());
    this.random = new SplittableRandom(seed);
    this.books = new Books[shelf.items()];
    Arrays.fill(books, new Books(0, 0, 0, 0));
  }

  @Override
  public long ask(ByteBuffer out) {
    long number = acknowledged.next();
    Asked asked = choose(number);
    RequestTemplate request = Objects.requireNonNull(requests.get(asked.kind()));
    if (asked.kind() == Kind.RECEIVE) {
      request.put(out, asked.item(), number);
    } else {
      request.put(out, asked.item(), number, asked.reservation());
    }
    underWay.put(number, asked);
    return number;
  }

  private Asked choose(long number) {
    int dice = random.nextInt(100);
    if (dice >= RESERVES && dice < RESERVES + PICKS + RELEASES && !open.isEmpty()) {
      Open of = open.remove();
      Kind kind = dice < RESERVES + PICKS ? Kind.PICK : Kind.RELEASE;
      return new Asked(kind, of.item(), of.reservation());
    }
    Kind kind = dice >= RESERVES + PICKS + RELEASES ? Kind.RECEIVE : Kind.RESERVE;
    return new Asked(kind, zipf.next(random), number);
  }

  @Override
  public int answered(long ticket, Reply reply) {
    Asked asked = underWay.remove(ticket);
    if (asked == null || reply.status() >= 300) {
      return 0;
    }
    acknowledged.acknowledge(ticket);
    books[asked.item()] = books[asked.item()].plus(asked.kind());
    if (asked.kind() == Kind.RESERVE) {
      open.add(new Open(asked.item(), asked.reservation()));
    }
    lastCommit = new Commit(reply.position(), System.nanoTime());
    return 1;
  }

  @Override
  public void lost(long ticket) {
    underWay.remove(ticket);
    acknowledged.unknown(ticket);
  }

  /** Of one item; right only while nothing is under way. */
  public Books books(int item) {
    return books[item];
  }

  /** May be asked on any thread. */
  public Commit lastCommit() {
    return lastCommit;
  }
}
