package io.stockledger.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** So many requests and no more; remembers what became of each. */
final class CountedTraffic implements Traffic {
  private final int most;
  private int asked;
  final List<Long> good = new ArrayList<>();
  final List<Long> refused = new ArrayList<>();
  final List<Long> lost = new ArrayList<>();
  final List<String> bodies = new ArrayList<>();

  CountedTraffic(int most) {
    this.most = most;
  }

  @Override
  public long ask(ByteBuffer request) {
    if (asked == most) {
      return NOTHING;
    }
    request.put("GET / HTTP/1.1\r\nHost: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return asked++;
  }

  @Override
  public int answered(long ticket, Reply reply) {
    bodies.add(reply.body());
    (reply.status() < 300 ? good : refused).add(ticket);
    return reply.status() < 300 ? 1 : 0;
  }

  @Override
  public void lost(long ticket) {
    lost.add(ticket);
  }
}
