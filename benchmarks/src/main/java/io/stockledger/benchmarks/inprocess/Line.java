package io.stockledger.benchmarks.inprocess;

import io.stockledger.benchmarks.load.Measured;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What was measured, as a line of text between processes.
 *
 * @param carriedOut since the worker started, measured or not
 */
record Line(Measured measured, long carriedOut) {

  private static final String MARK = "measured";
  private static final int GOOD = 201;
  private static final int BAD = 409;
  private static final int FIELDS = 7;

  static boolean isOne(String line) {
    return line.startsWith(MARK);
  }

  static String of(Measured measured, long carriedOut) {
    Histogram latencies = measured.latencies();
    ByteBuffer buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
    int length = latencies.encodeIntoCompressedByteBuffer(buffer);
    return String.join(
        " ",
        MARK,
        Long.toString(measured.nanos()),
        Long.toString(measured.units()),
        Long.toString(measured.answered(GOOD)),
        Long.toString(measured.answered(BAD)),
        Long.toString(carriedOut),
        Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length)));
  }

  static Line read(String line) {
    String[] fields = line.split(" ", FIELDS);
    TreeMap<Integer, Long> statuses = new TreeMap<>();
    statuses.put(GOOD, Long.parseLong(fields[3]));
    long bad = Long.parseLong(fields[4]);
    if (bad > 0) {
      statuses.put(BAD, bad);
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(fields[6]));
    try {
      Measured measured =
          new Measured(
              Long.parseLong(fields[1]),
              Long.parseLong(fields[2]),
              statuses,
              Histogram.decodeFromCompressedByteBuffer(bytes, 0),
              0,
              0);
      return new Line(measured, Long.parseLong(fields[5]));
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no histogram: " + line, e);
    }
  }
}
