package io.stockledger.benchmarks.traffic;

import io.stockledger.benchmarks.load.Reply;
import io.stockledger.benchmarks.load.Traffic;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;

/** Reserves of one unit, one command a request, over the items of a shelf evenly. */
public final class ReserveTraffic implements Traffic {
  private static final int CREATED = 201;

  private final RequestTemplate request;
  private final int items;
  private final Acknowledged acknowledged;
  private final SplittableRandom random;

  /** Through no channel. */
  public ReserveTraffic(String bearer, Shelf shelf, Acknowledged acknowledged, long seed) {
    this(bearer, shelf, acknowledged, seed, "{\"quantity\":1}");
  }

  private ReserveTraffic(
      String bearer, Shelf shelf, Acknowledged acknowledged, long seed, String body) {
    this.request =
        RequestTemplate.write(
            "POST",
            bearer,
            "/v1/stock/" + Shelf.LOCATION + "/" + shelf.skuPattern() + "/reserve",
            Acknowledged.keyPattern(),
            body);
    this.items = shelf.items();
    this.acknowledged = acknowledged;
    this.random = new SplittableRandom(seed);
  }

  /** Guarded by what is sellable in the channel. */
  public static ReserveTraffic through(
      String channel, String bearer, Shelf shelf, Acknowledged acknowledged, long seed) {
    return new ReserveTraffic(
        bearer, shelf, acknowledged, seed, "{\"quantity\":1,\"channel\":\"" + channel + "\"}");
  }

  @Override
  public long ask(ByteBuffer out) {
    int number = acknowledged.next();
    request.put(out, random.nextInt(items), number);
    return number;
  }

  @Override
  public int answered(long ticket, Reply reply) {
    if (reply.status() != CREATED) {
      return 0;
    }
    acknowledged.acknowledge(ticket);
    return 1;
  }

  @Override
  public void lost(long ticket) {
    acknowledged.unknown(ticket);
  }
}
