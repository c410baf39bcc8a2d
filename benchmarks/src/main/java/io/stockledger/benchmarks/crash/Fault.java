package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.site.Site;
import io.stockledger.benchmarks.crash.site.Site.Ground;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is done to a ledger under load; afterwards everything runs again. */
enum Fault {
  /** {@code kill -9} of the server. */
  KILL_APP(1, Ground.DURABLE, Strikes::killApp),
  /** {@code kill -9} of the postmaster; the server stays up. */
  KILL_POSTGRES(1, Ground.DURABLE, Strikes::killPostgres),
  /** {@code pg_ctl stop -m immediate}; the server stays up. */
  STOP_IMMEDIATE(1, Ground.DURABLE, Strikes::stopImmediate),
  /** The network between server and database breaks, at a commit and otherwise. */
  PARTITION(1, Ground.DURABLE, Strikes::partition),
  /** A node or a backend of PostgreSQL stands still, while the other node writes. */
  PAUSE(2, Ground.DURABLE, Strikes::pause),
  /** One of two nodes on one database is killed. */
  TWO_NODES(2, Ground.DURABLE, Strikes::killOneOfTwo),
  /** PostgreSQL cannot write any more, until there is room again. */
  DISK_FULL(1, Ground.SMALL, Strikes::fillDisk);

  private final int nodes;
  private final Ground ground;
  private final Strike strike;

  /** Does it, and comes back when everything has been started again. */
  @FunctionalInterface
  interface Strike {
    void at(Site site, Scene scene) throws Exception;
  }

  Fault(int nodes, Ground ground, Strike strike) {
    this.nodes = nodes;
    this.ground = ground;
    this.strike = strike;
  }

  static Optional<Fault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /** As it is asked for, such as {@code kill-app}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many nodes are written to. */
  int nodes() {
    return nodes;
  }

  Ground ground() {
    return ground;
  }

  void strike(Site site, Scene scene) throws Exception {
    strike.at(site, scene);
  }
}
