package io.stockledger.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A connection that is kept, with at most one request under way. */
final class Wire {
  private static final int FIRST_SIZE = 4096;

  private final SocketChannel channel;
  private final SelectionKey key;
  private byte[] received = new byte[FIRST_SIZE];
  private int length;
  private @Nullable ByteBuffer unsent;

  /** Of the request under way, {@link Traffic#NOTHING} while idle. */
  long ticket = Traffic.NOTHING;

  /** When the request under way should have been sent, by {@link System#nanoTime()}. */
  long intended;

  private Wire(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
    key.attach(this);
  }

  /** Begins to connect, and waits for nothing: a server that is busy accepts when it can. */
  static Wire open(InetSocketAddress server, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.connect(server);
    return new Wire(channel, channel.register(selector, SelectionKey.OP_CONNECT));
  }

  /** Once the selector says that it can be: from then on it is of use. */
  void connected() throws IOException {
    channel.finishConnect();
    key.interestOps(SelectionKey.OP_READ);
  }

  void send(ByteBuffer request, long newTicket, long intendedAt) throws IOException {
    ticket = newTicket;
    intended = intendedAt;
    channel.write(request);
    if (request.hasRemaining()) {
      ByteBuffer rest = ByteBuffer.allocate(request.remaining());
      unsent = rest.put(request).flip();
      key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
  }

  /** Sends what the socket would not take before. */
  void sendMore() throws IOException {
    ByteBuffer rest = unsent;
    if (rest != null) {
      channel.write(rest);
      if (rest.hasRemaining()) {
        return;
      }
    }
    unsent = null;
    key.interestOps(SelectionKey.OP_READ);
  }

  /**
   * Takes what has come in.
   *
   * @param shared a buffer to read with, whose content is nobody's
   * @return whether the answer is complete, in {@code reply}
   * @throws IOException also when the server has closed the connection
   */
  boolean receive(ByteBuffer shared, Reply reply) throws IOException {
    shared.clear();
    int count = channel.read(shared);
    if (count < 0) {
      throw new IOException("closed by the server");
    }
    shared.flip();
    if (length + count > received.length) {
      received = Arrays.copyOf(received, Math.max(length + count, received.length * 2));
    }
    shared.get(received, length, count);
    length += count;
    int taken = reply.read(received, length);
    if (taken < 0) {
      return false;
    }
    if (taken < length) {
      throw new IOException("more came than was asked for");
    }
    length = 0;
    return true;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // it is gone either way
    }
  }
}
