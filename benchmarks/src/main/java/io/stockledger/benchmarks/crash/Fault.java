package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.site.Site;
import io.stockledger.benchmarks.crash.site.Site.Ground;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is done to a ledger under load; afterwards everything runs again. */
enum Fault {
  /** {@code kill -9} of the server. */
  KILL_APP(1, Ground.DURABLE),
  /** {@code kill -9} of the postmaster; the server stays up. */
  KILL_POSTGRES(1, Ground.DURABLE),
  /** {@code pg_ctl stop -m immediate}; the server stays up. */
  STOP_IMMEDIATE(1, Ground.DURABLE),
  /** The network between server and database breaks, at a commit and otherwise. */
  PARTITION(1, Ground.DURABLE),
  /** A node or a backend of PostgreSQL stands still, while the other node writes. */
  PAUSE(2, Ground.DURABLE),
  /** One of two nodes on one database is killed. */
  TWO_NODES(2, Ground.DURABLE),
  /** PostgreSQL cannot write any more, until there is room again. */
  DISK_FULL(1, Ground.SMALL);

  private final int nodes;
  private final Ground ground;

  Fault(int nodes, Ground ground) {
    this.nodes = nodes;
    this.ground = ground;
  }

  static Optional<Fault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /** All that can be done on this machine; tells which are left out. */
  static List<Fault> allPossible(Path directory, PrintStream out) throws InterruptedException {
    List<Fault> possible = new ArrayList<>();
    for (Fault fault : values()) {
      if (Site.isPossible(fault.ground, directory)) {
        possible.add(fault);
      } else {
        out.println(fault.word() + " is left out: one may not mount a file system here");
      }
    }
    return possible;
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

  /** Does it, and comes back when everything has been started again. */
  void strike(Site site, Scene scene) throws Exception {
    switch (this) {
      case KILL_APP -> Strikes.killApp(site, scene);
      case KILL_POSTGRES -> Strikes.killPostgres(site, scene);
      case STOP_IMMEDIATE -> Strikes.stopImmediate(site, scene);
      case PARTITION -> Strikes.partition(site, scene);
      case PAUSE -> Strikes.pause(site, scene);
      case TWO_NODES -> Strikes.killOneOfTwo(site, scene);
      case DISK_FULL -> Strikes.fillDisk(site, scene);
    }
  }
}
