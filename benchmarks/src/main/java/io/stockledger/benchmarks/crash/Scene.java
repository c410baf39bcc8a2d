package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.load.Recorder;
import java.util.List;
import java.util.Random;

/** Chance and time of a fault, and the record of it. */
record Scene(Random random, Recorder recorder) {
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Lets the load go on for some time, milliseconds. */
  void pass(int atLeast, int atMost) throws InterruptedException {
    Thread.sleep(atLeast + random.nextInt(atMost - atLeast + 1));
  }

  void note(String text) {
    recorder.note(text);
  }
}
