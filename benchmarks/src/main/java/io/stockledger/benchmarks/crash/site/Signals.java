package io.stockledger.benchmarks.crash.site;

import java.io.IOException;

/** Sends signals to processes, which Java by itself does for two of them only. */
final class Signals {
  private Signals() {}

  /** Returns false where there is no such process any more. */
  static boolean send(String signal, long pid) {
    try {
      return new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new IllegalStateException("there is no kill command", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
