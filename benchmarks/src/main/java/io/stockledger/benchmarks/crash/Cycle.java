package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.load.Face;
import io.stockledger.benchmarks.crash.load.Item;
import io.stockledger.benchmarks.crash.load.Load;
import io.stockledger.benchmarks.crash.load.Recorder;
import io.stockledger.benchmarks.crash.load.Request;
import io.stockledger.benchmarks.crash.site.Patience;
import io.stockledger.benchmarks.crash.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Load, a fault in the midst of it, recovery under load; then everybody is quiet, open outcomes are
 * asked for, and the read side may be read.
 */
final class Cycle {
  /** A site that does not serve so long after a fault is over has not survived it. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** Outcomes that were asked for before and are asked for again. */
  private static final int ASKED_AGAIN = 10;

  private final Site site;
  private final Recorder recorder;
  private final Random random;
  private final String name;
  private final int clients;
  private long confirmed;

  /**
   * @param name of its own; begins the keys and ids of its clients
   */
  Cycle(Site site, Recorder recorder, Random random, String name, int clients) {
    this.site = site;
    this.recorder = recorder;
    this.random = random;
    this.name = name;
    this.clients = clients;
  }

  void run(Fault fault) throws Exception {
    site.useNodes(fault.nodes());
    if (recorder.attempts().isEmpty()) {
      stockUp();
    }
    Scene scene = new Scene(random, recorder);
    scene.note("cycle " + name + ": " + fault.word());
    Load load = Load.start(name, clients, random, site.items(), site::faces);
    try {
      scene.pass(500, 1_500);
      fault.strike(site, scene);
      site.awaitReady();
      scene.pass(300, 600);
    } finally {
      load.stop();
    }
    confirmed = confirmAll();
    settleOpenOutcomes();
  }

  private void stockUp() throws InterruptedException {
    Face face = site.faces().getFirst();
    int number = 0;
    for (Item item : site.items()) {
      face.send(name + "-s" + ++number, receive(item, 8));
    }
  }

  private static Request receive(Item item, int quantity) {
    return new Request(item.path() + "/receive", "{\"quantity\":" + quantity + "}");
  }

  /** Every node writes again; returns the position up to which the ledger is known to be. */
  private long confirmAll() throws InterruptedException {
    List<Attempt> confirmed = new ArrayList<>();
    for (Face face : site.faces()) {
      String key = name + "-b" + confirmed.size();
      Request request = receive(site.items().getFirst(), 1);
      Patience.require(
          "a write after the fault",
          RECOVERY,
          () -> {
            Attempt attempt = face.send(key, request);
            if (attempt.isDecided()) {
              confirmed.add(attempt);
            }
            return attempt.isDecided();
          });
    }
    return confirmed.stream().mapToLong(Attempt::position).max().orElseThrow();
  }

  private void settleOpenOutcomes() throws InterruptedException {
    List<String> open = new ArrayList<>(recorder.openKeys());
    List<String> fresh = open.stream().filter(key -> key.startsWith(name + "c")).toList();
    List<String> old = new ArrayList<>(open);
    old.removeAll(fresh);
    Collections.shuffle(old, random);
    for (String key : fresh) {
      lookUp(key);
    }
    for (String key : old.subList(0, Math.min(ASKED_AGAIN, old.size()))) {
      lookUp(key);
    }
  }

  private void lookUp(String key) throws InterruptedException {
    Face face = site.faces().get(random.nextInt(site.faces().size()));
    // what cannot be learned is for the checker to find
    Patience.until(Duration.ofSeconds(10), () -> face.lookUp(key));
  }

  /** After {@link #run}: every node's read side, from what was confirmed on. */
  void readAll() throws InterruptedException {
    for (Face face : site.faces()) {
      for (Item item : site.items()) {
        Patience.require("a read after the fault", RECOVERY, () -> face.read(item, confirmed));
      }
    }
  }
}
