package io.stockledger.benchmarks.stage;

import java.lang.management.ManagementFactory;

/** On what is measured. */
final class Machine {
  private Machine() {}

  static String description() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return "%d cores, %d GiB, %s %s, Java %s; the load generator shares them"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            Runtime.version().feature());
  }
}
