package io.stockledger.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Puts load on a server over HTTP/1.1, from the one thread that calls it: connections that are kept
 * open, one request at a time on each, never more than that written ahead.
 */
public final class LoadGenerator implements AutoCloseable {
  private static final int BUFFER = 1 << 20;
  private static final long DRAIN = TimeUnit.SECONDS.toNanos(35);
  private static final long NAP = TimeUnit.MICROSECONDS.toNanos(100);
  private static final long RECONNECT = TimeUnit.MILLISECONDS.toNanos(20);

  private final InetSocketAddress server;
  private final int clients;
  private final Selector selector;
  private final Set<Wire> wires = new HashSet<>();
  private final ArrayDeque<Wire> idle = new ArrayDeque<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
  private final Reply reply = new Reply();
  private int underWay;
  private long reconnectAt;

  /**
   * @param clients connections, at least 1
   */
  public LoadGenerator(InetSocketAddress server, int clients) throws IOException {
    this.server = server;
    this.clients = clients;
    this.selector = Selector.open();
    reconnectAt = System.nanoTime();
  }

  /** Each client asks again as soon as it is answered. Comes back when all is answered. */
  public Measured closedLoop(Traffic traffic, Duration time) throws IOException {
    return closedLoop(traffic, Duration.ZERO, time);
  }

  /**
   * Each client asks again as soon as it is answered.
   *
   * @param leadIn until as much is under way as will be; nothing counts before
   */
  public Measured closedLoop(Traffic traffic, Duration leadIn, Duration time) throws IOException {
    return run(traffic, leadIn, time, null);
  }

  /** Requests are sent at a fixed rate, however long the answers take. */
  public Measured openLoop(Traffic traffic, Duration leadIn, Duration time, double perSecond)
      throws IOException {
    return run(traffic, leadIn, time, perSecond);
  }

  private Measured run(Traffic traffic, Duration leadIn, Duration time, @Nullable Double perSecond)
      throws IOException {
    connect(System.nanoTime());
    Arrivals arrivals = perSecond == null ? null : new Arrivals(perSecond, System.nanoTime());
    long start = System.nanoTime() + leadIn.toNanos();
    long end = start + time.toNanos();
    Tally tally = new Tally(start, end, arrivals != null);
    boolean dry = false;
    while (true) {
      long now = System.nanoTime();
      boolean asking = now - end < 0 && !dry;
      if (asking) {
        connect(now);
        dry = !ask(traffic, tally, arrivals, now) && underWay == 0 && arrivals == null;
        if (dry) {
          continue;
        }
      } else if (underWay == 0) {
        break;
      } else if (now - end > DRAIN) {
        giveUp(traffic, tally);
        break;
      }
      await(asking, arrivals, end, now);
      selector.selectedKeys().forEach(key -> turn(key, traffic, tally));
      selector.selectedKeys().clear();
    }
    countUnsent(arrivals, tally, end);
    return tally.measured();
  }

  /** Whether there was anything to ask for each connection that is idle. */
  private boolean ask(Traffic traffic, Tally tally, @Nullable Arrivals arrivals, long now) {
    while (!idle.isEmpty() && (arrivals == null || arrivals.due() - now <= 0)) {
      out.clear();
      long ticket = traffic.ask(out);
      if (ticket == Traffic.NOTHING) {
        return false;
      }
      out.flip();
      Wire wire = idle.pop();
      underWay++;
      long intended = arrivals == null ? now : arrivals.due();
      if (arrivals != null) {
        arrivals.gone();
      }
      try {
        wire.send(out, ticket, intended);
      } catch (IOException e) {
        broken(wire, traffic, tally);
      }
    }
    return true;
  }

  private void await(boolean asking, @Nullable Arrivals arrivals, long end, long now)
      throws IOException {
    if (asking && arrivals != null && !idle.isEmpty()) {
      // a selector waits for whole milliseconds; arrivals are closer together
      if (selector.selectNow() == 0) {
        LockSupport.parkNanos(Math.clamp(arrivals.due() - now, 1, NAP));
        selector.selectNow();
      }
      return;
    }
    boolean incomplete = wires.size() < clients;
    long patience = asking && !incomplete ? end - now : RECONNECT;
    selector.select(Math.clamp(TimeUnit.NANOSECONDS.toMillis(patience), 1, 1000));
  }

  private void turn(SelectionKey key, Traffic traffic, Tally tally) {
    if (!(key.attachment() instanceof Wire wire)) {
      return;
    }
    try {
      if (key.isConnectable()) {
        wire.connected();
        idle.add(wire);
        return;
      }
      if (key.isWritable()) {
        wire.sendMore();
      }
      if (key.isReadable() && wire.receive(in, reply)) {
        answered(wire, traffic, tally);
      }
    } catch (IOException e) {
      broken(wire, traffic, tally);
    }
  }

  private void answered(Wire wire, Traffic traffic, Tally tally) {
    long now = System.nanoTime();
    int brought = traffic.answered(wire.ticket, reply);
    tally.answered(reply.status(), brought, wire.intended, now);
    wire.ticket = Traffic.NOTHING;
    underWay--;
    if (reply.closes()) {
      wires.remove(wire);
      wire.close();
    } else {
      idle.push(wire);
    }
  }

  private void broken(Wire wire, Traffic traffic, Tally tally) {
    wire.close();
    wires.remove(wire);
    idle.remove(wire);
    reconnectAt = System.nanoTime() + RECONNECT;
    if (wire.ticket != Traffic.NOTHING) {
      underWay--;
      traffic.lost(wire.ticket);
      tally.lost();
    }
  }

  private void giveUp(Traffic traffic, Tally tally) {
    for (Wire wire : List.copyOf(wires)) {
      if (wire.ticket != Traffic.NOTHING) {
        broken(wire, traffic, tally);
      }
    }
  }

  private void countUnsent(@Nullable Arrivals arrivals, Tally tally, long end) {
    if (arrivals == null) {
      return;
    }
    for (; arrivals.due() - end < 0; arrivals.gone()) {
      tally.unsent(arrivals.due(), Math.max(end, System.nanoTime()));
    }
  }

  private void connect(long now) {
    while (wires.size() < clients && now - reconnectAt >= 0) {
      try {
        wires.add(Wire.open(server, selector));
      } catch (IOException e) {
        reconnectAt = now + RECONNECT;
      }
    }
  }

  @Override
  public void close() throws IOException {
    wires.forEach(Wire::close);
    selector.close();
  }
}
