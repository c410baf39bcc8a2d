package io.stockledger.benchmarks.traffic;

import io.stockledger.benchmarks.load.Reply;
import io.stockledger.benchmarks.load.Traffic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Asks what a channel may sell of some items, drawn evenly, and looks whether each answer has as
 * many figures as it should.
 */
public final class ReadTraffic implements Traffic {
  private static final int OK = 200;

  private final RequestTemplate request;
  private final long[] numbers;
  private final int items;
  private final byte[] expected;
  private final int times;
  private final SplittableRandom random;
  private long wrong;

  private ReadTraffic(
      RequestTemplate request, int atOnce, int items, String expected, int times, long seed) {
    this.request = request;
    this.numbers = new long[atOnce];
    this.items = items;
    this.expected = expected.getBytes(StandardCharsets.US_ASCII);
    this.times = times;
    this.random = new SplittableRandom(seed);
  }

  /**
   * One item a request.
   *
   * @param expected what the answer must contain, such as the figure
   */
  public static ReadTraffic ofOne(
      String channel, String bearer, Shelf shelf, String expected, long seed) {
    RequestTemplate request =
        RequestTemplate.get(
            bearer, path(channel) + "/" + shelf.skuPattern() + "?location=" + Shelf.LOCATION);
    return new ReadTraffic(request, 1, shelf.items(), expected, 1, seed);
  }

  /**
   * So many SKUs a request, each at each location.
   *
   * @param expected what the answer must contain once for each
   */
  public static ReadTraffic ofMany(
      String channel,
      String bearer,
      Shelf shelf,
      int atOnce,
      List<String> locations,
      String expected,
      long seed) {
    String skus = ("\"" + shelf.skuPattern() + "\",").repeat(atOnce);
    String body =
        "{\"skus\":["
            + skus.substring(0, skus.length() - 1)
            + "],\"locations\":[\""
            + String.join("\",\"", locations)
            + "\"]}";
    return new ReadTraffic(
        RequestTemplate.post(bearer, path(channel), body),
        atOnce,
        shelf.items(),
        expected,
        atOnce * locations.size(),
        seed);
  }

  private static String path(String channel) {
    return "/v1/channels/" + channel + "/availability";
  }

  /** Neighbours of a random item: all different, as the items of a page are. */
  @Override
  public long ask(ByteBuffer out) {
    int first = random.nextInt(items);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ((long) first + i) % items;
    }
    request.put(out, numbers);
    return first;
  }

  @Override
  public int answered(long ticket, Reply reply) {
    if (reply.status() != OK || reply.count(expected) != times) {
      wrong++;
      return 0;
    }
    return 1;
  }

  @Override
  public void lost(long ticket) {
    wrong++;
  }

  /** Answers that were not what they should be. */
  public long wrong() {
    return wrong;
  }
}
