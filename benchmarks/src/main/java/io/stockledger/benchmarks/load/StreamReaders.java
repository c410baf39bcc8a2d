package io.stockledger.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Many that follow one channel's changes, all on one thread. Of each change they take the number at
 * the end of the SKU and the item's version, and when the last of them had it.
 */
public final class StreamReaders implements AutoCloseable {
  private static final int BUFFER = 1 << 18;
  private static final long WAIT_MILLIS = 100;
  private static final String CHANGE = "data: {\"id\":";
  private static final String FOLLOWING = "event: following";
  private static final List<String> LAST_WORDS =
      List.of("event: dropped", "event: closing", "event: gone");
  private static final byte[] SKU = "\"sku\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VERSION = "\"version\":".getBytes(StandardCharsets.US_ASCII);

  /**
   * An item as it was announced.
   *
   * @param number at the end of its SKU
   */
  public record Announced(long number, long version) {}

  /** How many have it, and when the last of them had it. */
  public static final class Arrival {
    private int readers;
    private long lastAt;

    public int readers() {
      return readers;
    }

    /** Microseconds since 1970. */
    public long lastAt() {
      return lastAt;
    }
  }

  private final Selector selector;
  private final List<SocketChannel> channels = new ArrayList<>();
  private final Map<Announced, Arrival> arrivals = new HashMap<>();
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final Thread thread;
  private long readAt;
  private volatile boolean ending;
  private final AtomicInteger following = new AtomicInteger();
  private final AtomicLong messages = new AtomicLong();
  private volatile @Nullable Exception failure;

  private StreamReaders(InetSocketAddress server, byte[] request, int streams) throws IOException {
    this.selector = Selector.open();
    for (int i = 0; i < streams; i++) {
      SocketChannel channel = SocketChannel.open(server);
      channels.add(channel);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, new EventLines(this::line));
    }
    this.thread = Thread.ofPlatform().name("stream-readers").unstarted(this::run);
  }

  /**
   * Opens them, and waits until all of them follow.
   *
   * @throws IllegalStateException if they do not within a minute
   */
  public static StreamReaders open(
      InetSocketAddress server, String bearer, String channel, int streams)
      throws IOException, InterruptedException {
    String request =
        "GET /v1/channels/"
            + channel
            + "/changes HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n"
            + "Authorization: Bearer "
            + bearer
            + "\r\n\r\n";
    StreamReaders readers =
        new StreamReaders(server, request.getBytes(StandardCharsets.US_ASCII), streams);
    readers.thread.start();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (readers.following.get() < streams) {
      readers.requireAll();
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(readers.following.get() + " of " + streams + " follow");
      }
      Thread.sleep(WAIT_MILLIS);
    }
    return readers;
  }

  private void run() {
    try {
      while (!ending) {
        selector.select(WAIT_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
          read(key);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | RuntimeException e) {
      failure = e;
    }
  }

  private void read(SelectionKey key) throws IOException {
    if (key.channel() instanceof SocketChannel channel
        && key.attachment() instanceof EventLines lines) {
      in.clear();
      if (channel.read(in) < 0) {
        throw new IOException("a stream was closed by the server");
      }
      readAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
      lines.take(in.flip());
    }
  }

  private void line(byte[] line, int length) {
    if (Ascii.startsWith(line, 0, length, CHANGE)) {
      change(line, length);
    } else if (Ascii.startsWith(line, 0, length, FOLLOWING)) {
      following.incrementAndGet();
    } else if (LAST_WORDS.stream().anyMatch(word -> Ascii.startsWith(line, 0, length, word))) {
      throw new IllegalStateException("a stream ended: " + Ascii.text(line, 0, length));
    }
  }

  private void change(byte[] line, int length) {
    int digits = Ascii.behind(line, 0, length, SKU);
    while (digits < length && line[digits] != '-') {
      digits++;
    }
    int version = Ascii.behind(line, digits, length, VERSION);
    Announced announced =
        new Announced(Ascii.number(line, digits + 1, length), Ascii.number(line, version, length));
    Arrival arrival = arrivals.computeIfAbsent(announced, key -> new Arrival());
    arrival.readers++;
    arrival.lastAt = readAt;
    messages.incrementAndGet();
  }

  /** Changes that came, over all of them. */
  public long messages() {
    return messages.get();
  }

  /** Waits until nothing has come for a while. */
  public void awaitSilence(Duration silence) throws InterruptedException {
    long seen = -1;
    while (seen != messages.get()) {
      seen = messages.get();
      Thread.sleep(silence);
      requireAll();
    }
  }

  private void requireAll() {
    if (failure != null) {
      throw new IllegalStateException("not all streams are open any more", failure);
    }
  }

  /**
   * Ends them, and tells what came.
   *
   * @throws IllegalStateException if one of them was ended by the server
   */
  public Map<Announced, Arrival> end() throws InterruptedException {
    ending = true;
    thread.join();
    requireAll();
    return arrivals;
  }

  @Override
  public void close() throws IOException {
    ending = true;
    for (SocketChannel channel : channels) {
      channel.close();
    }
    selector.close();
  }
}
