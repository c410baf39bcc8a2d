package io.stockledger.benchmarks.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another JVM says of itself. Asking costs it next to nothing, and the asker a JVM. */
public final class Jcmd {
  private static final Pattern HEAP_USED =
      Pattern.compile(
          "(?:PSYoungGen|ParOldGen|DefNew|Tenured|garbage-first heap)[^\\n]*?used (\\d+)K");
  private static final Pattern COMPILED = Pattern.compile("java\\.ci\\.totalTime=(\\d+)");
  private static final Pattern TICKS = Pattern.compile("sun\\.os\\.hrt\\.frequency=(\\d+)");

  private final long pid;

  public Jcmd(Process process) {
    this.pid = process.pid();
  }

  /** What its heap holds after a full collection, bytes. */
  long liveHeap() throws IOException, InterruptedException {
    ask("GC.run");
    Matcher used = HEAP_USED.matcher(ask("GC.heap_info"));
    long kibibytes = 0;
    while (used.find()) {
      kibibytes += Long.parseLong(used.group(1));
    }
    return kibibytes * 1024;
  }

  /**
   * How long its compilers have been at work since it started, all of them together.
   *
   * @throws IllegalStateException if it does not say
   */
  public Duration compiled() throws IOException, InterruptedException {
    String counters = ask("PerfCounter.print");
    double seconds = number(COMPILED, counters) / (double) number(TICKS, counters);
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static long number(Pattern pattern, String said) {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new IllegalStateException("there is no " + pattern + " in what jcmd said:\n" + said);
    }
    return Long.parseLong(found.group(1));
  }

  private String ask(String request) throws IOException, InterruptedException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                request)
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    jcmd.waitFor();
    return said;
  }
}
