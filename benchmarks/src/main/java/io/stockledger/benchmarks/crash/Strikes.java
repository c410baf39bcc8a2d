package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.site.Node;
import io.stockledger.benchmarks.crash.site.Patience;
import io.stockledger.benchmarks.crash.site.Site;
import io.stockledger.benchmarks.crash.site.Wire;
import io.stockledger.benchmarks.crash.site.Wire.CommitCut;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** How each fault is done. Where recovery is quick it is done several times. */
final class Strikes {
  /** Longer than the database leaves a transaction open for a node that says nothing. */
  private static final int BEYOND_TRANSACTION_TIMEOUT = 5_500;

  /** Longer than a node waits for a database that says nothing. */
  private static final int BEYOND_NETWORK_TIMEOUT = 7_500;

  /** Under load there is one every few milliseconds, once the server has recovered. */
  private static final Duration COMMIT = Duration.ofSeconds(30);

  private Strikes() {}

  static void killApp(Site site, Scene scene) throws IOException, InterruptedException {
    kill(site.nodes().getFirst(), scene);
  }

  static void killOneOfTwo(Site site, Scene scene) throws IOException, InterruptedException {
    kill(scene.any(site.nodes()), scene);
  }

  private static void kill(Node node, Scene scene) throws IOException, InterruptedException {
    scene.note("kill node " + node.number());
    node.kill();
    scene.pass(0, 300);
    node.launch();
    node.awaitReady();
  }

  static void killPostgres(Site site, Scene scene) throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      scene.note("kill the postmaster");
      site.killPostgres();
      scene.pass(0, 600);
      site.startPostgres();
      scene.pass(500, 1_200);
    }
  }

  static void stopImmediate(Site site, Scene scene) throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      scene.note("stop PostgreSQL immediately");
      site.stopPostgresImmediately();
      scene.pass(0, 600);
      site.startPostgres();
      scene.pass(500, 1_200);
    }
  }

  static void partition(Site site, Scene scene) throws InterruptedException {
    Wire wire = site.wire();
    for (int i = 0; i < 4; i++) {
      CommitCut where = scene.any(List.of(CommitCut.values()));
      scene.note("break the connection at a commit: " + where);
      wire.breakAtCommit(where);
      Patience.require("a commit to break at", COMMIT, wire::hasBroken);
      scene.pass(0, 400);
    }
    switch (scene.random().nextInt(4)) {
      case 0 -> {
        scene.note("break every connection");
        wire.breakAll();
      }
      case 1 -> {
        scene.note("let nobody in");
        wire.refuse(true);
        wire.breakAll();
        scene.pass(200, 1_500);
        wire.refuse(false);
      }
      case 2 -> hold(wire, scene, false, 200, 2_000);
      default -> {
        boolean lose = scene.random().nextBoolean();
        int longest = scene.once(3) ? BEYOND_NETWORK_TIMEOUT : 2_000;
        hold(wire, scene, lose, longest / 2, longest);
      }
    }
    scene.pass(300, 600);
  }

  private static void hold(Wire wire, Scene scene, boolean lose, int atLeast, int atMost)
      throws InterruptedException {
    scene.note("hold everything back" + (lose ? ", and lose it" : ""));
    wire.hold();
    scene.pass(atLeast, atMost);
    if (lose) {
      wire.breakAll();
    }
    wire.release();
  }

  static void pause(Site site, Scene scene) throws SQLException, InterruptedException {
    if (scene.random().nextBoolean()) {
      pauseNode(scene.any(site.nodes()), scene);
    } else {
      for (int i = 0; i < 2; i++) {
        pauseBackend(site, scene);
        scene.pass(200, 500);
      }
    }
    scene.pass(300, 600);
  }

  private static void pauseNode(Node node, Scene scene) throws InterruptedException {
    scene.note("pause node " + node.number());
    node.pause();
    if (scene.once(2)) {
      scene.pass(BEYOND_TRANSACTION_TIMEOUT, BEYOND_TRANSACTION_TIMEOUT + 500);
    } else {
      scene.pass(300, 2_000);
    }
    node.resume();
    scene.note("resume node " + node.number());
  }

  private static void pauseBackend(Site site, Scene scene)
      throws SQLException, InterruptedException {
    List<Long> backends = site.busyBackends();
    if (backends.isEmpty()) {
      return;
    }
    long backend = scene.any(backends);
    scene.note("pause backend " + backend);
    site.pauseBackend(backend);
    scene.pass(200, 2_500);
    site.resumeBackend(backend);
  }

  static void fillDisk(Site site, Scene scene) throws IOException, InterruptedException {
    scene.note("fill the disk");
    site.disk().fill();
    scene.pass(1_000, 4_000);
    site.disk().free();
    scene.note("there is room again");
    site.startPostgres();
    scene.pass(500, 1_000);
  }
}
