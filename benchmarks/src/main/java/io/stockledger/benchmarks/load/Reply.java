package io.stockledger.benchmarks.load;

import java.nio.charset.StandardCharsets;

/** An answer of the server, as a view of the bytes that came in. */
public final class Reply {
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int NONE = -1;

  private int status;
  private long position;
  private long contentLength;
  private boolean chunked;
  private boolean closes;
  private boolean retryAfter;
  private byte[] body = new byte[0];
  private int bodyFrom;
  private int bodyLength;

  public int status() {
    return status;
  }

  /** The header {@code Ledger-Position}, -1 where there is none. */
  public long position() {
    return position;
  }

  /** Whether it says when to come again. */
  public boolean hasRetryAfter() {
    return retryAfter;
  }

  public String body() {
    return new String(body, bodyFrom, bodyLength, StandardCharsets.UTF_8);
  }

  /** How often an ASCII text stands in the body. */
  public int count(byte[] text) {
    int found = 0;
    int last = bodyFrom + bodyLength - text.length;
    for (int at = bodyFrom; at <= last; at++) {
      int i = 0;
      while (i < text.length && body[at + i] == text[i]) {
        i++;
      }
      if (i == text.length) {
        found++;
        at += text.length - 1;
      }
    }
    return found;
  }

  /** The server ends the connection behind it. */
  boolean closes() {
    return closes;
  }

  /**
   * Reads an answer from the beginning of the bytes.
   *
   * @return how many bytes it takes; -1 if it is not all there yet
   */
  int read(byte[] bytes, int length) {
    int head = endOfHead(bytes, length);
    if (head == NONE) {
      return NONE;
    }
    readHead(bytes, head);
    if (chunked) {
      return readChunks(bytes, head, length);
    }
    if (head + contentLength > length) {
      return NONE;
    }
    body = bytes;
    bodyFrom = head;
    bodyLength = (int) contentLength;
    return head + bodyLength;
  }

  private static int endOfHead(byte[] bytes, int length) {
    for (int i = 3; i < length; i++) {
      if (bytes[i] == '\n'
          && bytes[i - 1] == '\r'
          && bytes[i - 2] == '\n'
          && bytes[i - 3] == '\r') {
        return i + 1;
      }
    }
    return NONE;
  }

  private void readHead(byte[] bytes, int head) {
    status = (int) Ascii.number(bytes, STATUS_AT, STATUS_AT + 3);
    position = NONE;
    contentLength = 0;
    chunked = false;
    closes = false;
    retryAfter = false;
    int line = Ascii.endOfLine(bytes, 0) + 1;
    while (line < head - 2) {
      int end = Ascii.endOfLine(bytes, line);
      readHeader(bytes, line, end - 1);
      line = end + 1;
    }
  }

  private void readHeader(byte[] bytes, int from, int to) {
    if (Ascii.startsWith(bytes, from, to, "content-length: ")) {
      contentLength = Ascii.number(bytes, from + "content-length: ".length(), to);
    } else if (Ascii.startsWith(bytes, from, to, "transfer-encoding: chunked")) {
      chunked = true;
    } else if (Ascii.startsWith(bytes, from, to, "connection: close")) {
      closes = true;
    } else if (Ascii.startsWith(bytes, from, to, "ledger-position: ")) {
      position = Ascii.number(bytes, from + "ledger-position: ".length(), to);
    } else if (Ascii.startsWith(bytes, from, to, "retry-after: ")) {
      retryAfter = true;
    }
  }

  private int readChunks(byte[] bytes, int head, int length) {
    byte[] whole = new byte[length - head];
    int filled = 0;
    int at = head;
    while (true) {
      int end = Ascii.endOfLine(bytes, at, length);
      if (end == NONE) {
        return NONE;
      }
      int size = Integer.parseInt(Ascii.text(bytes, at, end - 1), 16);
      int next = end + 1 + size + 2;
      if (next > length) {
        return NONE;
      }
      System.arraycopy(bytes, end + 1, whole, filled, size);
      filled += size;
      at = next;
      if (size == 0) {
        body = whole;
        bodyFrom = 0;
        bodyLength = filled;
        return at;
      }
    }
  }
}
