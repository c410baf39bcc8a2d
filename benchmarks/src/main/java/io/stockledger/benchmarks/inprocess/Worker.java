package io.stockledger.benchmarks.inprocess;

import io.stockledger.benchmarks.load.Measured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The main class of a JVM that measures itself. The first argument says what, the second how many
 * items, the others are its settings. Each line on standard input, {@code WIDTH MILLISECONDS}, is
 * answered by a line on standard output; at the end of the input it closes and ends.
 */
public final class Worker {
  private Worker() {}

  public static void main(String[] args) throws Exception {
    // logs must not come between the lines
    PrintStream out = System.out;
    System.setOut(System.err);
    System.setProperty("disable-axoniq-console-message", "true");
    List<String> settings = List.of(args).subList(2, args.length);
    try (Measuring measuring = measuring(args[0], Integer.parseInt(args[1]), settings)) {
      out.println("ready");
      obey(measuring, out);
    }
    System.exit(0); // no matter which threads some library has left behind
  }

  private static Measuring measuring(String name, int items, List<String> settings)
      throws Exception {
    return switch (name) {
      case "stockledger" -> new BusLoad(StockledgerBus.start(settings), items);
      case "axon-default" -> new BusLoad(AxonDefaultBus.start(settings), items);
      case "raw-append" -> RawAppend.start(items, settings);
      case "axon-replay" -> AxonReplay.start(settings);
      default -> throw new IllegalArgumentException("nothing here is called " + name);
    };
  }

  private static void obey(Measuring measuring, PrintStream out) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      Duration time = Duration.ofMillis(Long.parseLong(words[1]));
      Measured measured = measuring.measure(Integer.parseInt(words[0]), time);
      out.println(Line.of(measured, measuring.carriedOut()));
      if (out.checkError()) {
        throw new IOException("nobody reads any more");
      }
    }
  }
}
