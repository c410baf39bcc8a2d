package io.stockledger.benchmarks.inprocess;

import io.stockledger.benchmarks.load.Measured;
import java.time.Duration;

/** Something in this process that can be measured again and again. */
interface Measuring extends AutoCloseable {
  /**
   * @param width commands under way at once, or rows in a batch
   */
  Measured measure(int width, Duration time) throws Exception;

  /** What was carried out since it started, measured or not. */
  long carriedOut();

  @Override
  void close();
}
