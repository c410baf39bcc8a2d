package io.stockledger.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Takes lines out of an answer that comes in chunks and has no end. */
final class EventLines {
  private static final int FIRST_SIZE = 1024;

  private enum Part {
    HEAD,
    SIZE,
    DATA,
    END_OF_DATA
  }

  /** Is given each line, without its end. */
  @FunctionalInterface
  interface Reading {
    /**
     * @param line of which the first {@code length} bytes are good during this call
     */
    void line(byte[] line, int length);
  }

  private final Reading reading;
  private byte[] line = new byte[FIRST_SIZE];
  private int length;
  private Part part = Part.HEAD;
  private int headLines;
  private int left;

  EventLines(Reading reading) {
    this.reading = reading;
  }

  /**
   * Takes what has come in.
   *
   * @throws IOException if the answer is not 200, or has ended
   */
  void take(ByteBuffer in) throws IOException {
    while (in.hasRemaining()) {
      byte next = in.get();
      switch (part) {
        case HEAD -> head(next);
        case SIZE -> size(next);
        case DATA -> data(next);
        case END_OF_DATA -> part = next == '\n' ? Part.SIZE : Part.END_OF_DATA;
      }
    }
  }

  private void head(byte next) throws IOException {
    if (next != '\n') {
      add(next);
      return;
    }
    int end = length - 1; // before the carriage return
    if (headLines++ == 0 && !Ascii.startsWith(line, 0, end, "http/1.1 200")) {
      throw new IOException("answered " + Ascii.text(line, 0, end));
    }
    if (end == 0) {
      part = Part.SIZE;
    }
    length = 0;
  }

  private void size(byte next) throws IOException {
    int digit = Character.digit(next, 16);
    if (digit >= 0) {
      left = left * 16 + digit;
    } else if (next == '\n') {
      if (left == 0) {
        throw new IOException("the stream has ended");
      }
      part = Part.DATA;
    }
  }

  private void data(byte next) {
    if (next == '\n') {
      reading.line(line, length);
      length = 0;
    } else {
      add(next);
    }
    if (--left == 0) {
      part = Part.END_OF_DATA;
    }
  }

  private void add(byte next) {
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = next;
  }
}
