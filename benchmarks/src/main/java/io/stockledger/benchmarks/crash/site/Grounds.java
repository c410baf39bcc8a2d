package io.stockledger.benchmarks.crash.site;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What every site of a run needs and only one has to make: unpacked PostgreSQL, a fresh cluster.
 */
public final class Grounds {
  private final Binaries binaries;

  private Grounds(Binaries binaries) {
    this.binaries = binaries;
  }

  /** Takes some seconds. */
  public static Grounds prepare(Path directory) throws IOException {
    return new Grounds(Binaries.unpack(directory));
  }

  Binaries binaries() {
    return binaries;
  }
}
