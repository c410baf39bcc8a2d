package io.stockledger.benchmarks.traffic;

import io.stockledger.benchmarks.load.Reply;
import io.stockledger.benchmarks.load.Traffic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reserves of one unit, many commands a request, each with a key of its own. */
public final class BulkTraffic implements Traffic {
  private static final int MULTI_STATUS = 207;
  private static final int CREATED = 201;
  private static final byte[] GRANTED = "\"status\":201".getBytes(StandardCharsets.US_ASCII);

  private final RequestTemplate head;
  private final RequestTemplate element;
  private final int commands;
  private final int items;
  private final Acknowledged acknowledged;
  private final SplittableRandom random;

  /**
   * @param commands in a request
   */
  public BulkTraffic(
      String bearer, Shelf shelf, int commands, Acknowledged acknowledged, long seed) {
    String text =
        "{\"type\":\"reserve\",\"key\":\""
            + Acknowledged.keyPattern()
            + "\",\"location\":\""
            + Shelf.LOCATION
            + "\",\"sku\":\""
            + shelf.skuPattern()
            + "\",\"quantity\":1}";
    this.element = RequestTemplate.of(text);
    // the body is '[', the elements with a comma between each two, ']'
    int length = 2 + commands * text.length() + commands - 1;
    this.head = RequestTemplate.headOf(bearer, "/v1/commands?mode=independent", length);
    this.commands = commands;
    this.items = shelf.items();
    this.acknowledged = acknowledged;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public long ask(ByteBuffer out) {
    head.put(out);
    int first = -1;
    for (int i = 0; i < commands; i++) {
      out.put((byte) (i == 0 ? '[' : ','));
      int number = acknowledged.next();
      first = i == 0 ? number : first;
      element.put(out, number, random.nextInt(items));
    }
    out.put((byte) ']');
    return first;
  }

  @Override
  public int answered(long ticket, Reply reply) {
    if (reply.status() != MULTI_STATUS) {
      return 0;
    }
    if (reply.count(GRANTED) == commands) {
      for (int i = 0; i < commands; i++) {
        acknowledged.acknowledge(ticket + i);
      }
      return commands;
    }
    return readEach(ticket, reply);
  }

  private int readEach(long ticket, Reply reply) {
    int good = 0;
    int i = 0;
    for (JsonNode item : JsonMapper.shared().readTree(reply.body()).path("items")) {
      if (item.path("status").asInt() == CREATED) {
        acknowledged.acknowledge(ticket + i);
        good++;
      }
      i++;
    }
    return good;
  }

  @Override
  public void lost(long ticket) {
    for (int i = 0; i < commands; i++) {
      acknowledged.unknown(ticket + i);
    }
  }
}
