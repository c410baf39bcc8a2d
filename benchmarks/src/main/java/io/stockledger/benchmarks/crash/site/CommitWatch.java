package io.stockledger.benchmarks.crash.site;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what a client says to PostgreSQL, message by message (protocol 3), far enough to see when
 * it commits a transaction in which it wrote receipts: that is a batch of commands.
 */
final class CommitWatch {
  private static final int HIGHEST_LENGTH = 1 << 28;
  private static final int PROTOCOL_3 = 3 << 16;

  private final Set<String> commits = new HashSet<>();
  private final Set<String> receipts = new HashSet<>();
  private boolean started;
  private boolean writing;

  /** The next message, whole. */
  byte[] next(DataInputStream in) throws IOException {
    int type = started ? in.readUnsignedByte() : -1;
    int length = in.readInt();
    if (length < 4 || length > HIGHEST_LENGTH) {
      throw new IOException("no message of PostgreSQL: length " + length);
    }
    int head = started ? 5 : 4;
    ByteBuffer message = ByteBuffer.allocate(head + length - 4);
    if (started) {
      message.put((byte) type);
    }
    message.putInt(length);
    in.readFully(message.array(), head, length - 4);
    if (!started) {
      // requests for encryption come first, and are refused
      started = message.getInt(4) >>> 16 == PROTOCOL_3 >>> 16;
    }
    return message.array();
  }

  /** Whether the message commits receipts. */
  boolean isCommit(byte[] message) {
    boolean commit =
        switch (message[0]) {
          case 'P' -> parse(text(message, 0), text(message, 1));
          case 'B' -> bind(text(message, 1));
          case 'Q' -> query(text(message, 0));
          default -> false;
        };
    boolean ofReceipts = commit && writing;
    writing &= !commit;
    return ofReceipts;
  }

  /** Only remembers; what is parsed is bound before it is executed. */
  private boolean parse(String name, String sql) {
    commits.remove(name);
    receipts.remove(name);
    if (isCommit(sql)) {
      commits.add(name);
    } else if (writesReceipts(sql)) {
      receipts.add(name);
    }
    return false;
  }

  private boolean query(String sql) {
    writing |= writesReceipts(sql);
    return isCommit(sql);
  }

  private static boolean isCommit(String sql) {
    return sql.toLowerCase(Locale.ROOT).startsWith("commit");
  }

  private static boolean writesReceipts(String sql) {
    String lower = sql.toLowerCase(Locale.ROOT);
    return lower.contains("ledger.receipt")
        && (lower.contains("insert into") || lower.startsWith("copy"));
  }

  private boolean bind(String statement) {
    writing |= receipts.contains(statement);
    return commits.contains(statement);
  }

  /** The n-th text of a message that begins with texts, each ended by a zero. */
  private static String text(byte[] message, int n) {
    int from = 5;
    for (int skipped = 0; ; skipped++) {
      int to = from;
      while (to < message.length && message[to] != 0) {
        to++;
      }
      if (skipped == n) {
        return new String(message, from, to - from, StandardCharsets.UTF_8);
      }
      from = to + 1;
    }
  }
}
