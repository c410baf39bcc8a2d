package io.stockledger.benchmarks.crash;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.ItemRead;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stock comes in; load, a fault in the midst of it, recovery under load; then everybody is quiet,
 * open outcomes are asked for, and the read side may be read.
 */
final class Cycle {
  /** A site that does not serve so long after a fault is over has not survived it. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  /** Outcomes that were asked for before and are asked for again. */
  private static final int ASKED_AGAIN = 10;

  /** What each item has to trade with when a cycle begins. */
  private static final int STOCK = 8;

  private static final JsonMapper JSON = JsonMapper.shared();

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
    boolean first = recorder.attempts().isEmpty();
    // in the beginning half of the items do not exist: what is received or transferred makes them
    stockUp(first ? site.items().subList(0, site.items().size() / 2) : site.items());
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
    if (first) {
      bringIntoBeing();
    }
    confirmed = confirmAll();
    settleOpenOutcomes();
  }

  /** There are units to trade with, whatever was promised and lost before. */
  private void stockUp(List<Item> items) throws InterruptedException {
    Face face = site.faces().getFirst();
    Map<String, Long> missing = new HashMap<>();
    for (ItemRead read : recorder.reads()) {
      missing.put(read.stream(), JSON.readTree(read.figures()).path("shortfall").asLong());
    }
    int number = 0;
    for (Item item : items) {
      long quantity = missing.getOrDefault(item.stream(), 0L) + STOCK;
      face.send(name + "-s" + ++number, item.receive(quantity));
    }
  }

  /** What the load brought into being may be all, and may not. */
  private void bringIntoBeing() throws InterruptedException {
    int number = 0;
    for (Item item : site.items()) {
      send(site.faces().getFirst(), name + "-i" + ++number, item.receive(1));
    }
  }

  /** Every node writes again; returns the position up to which the ledger is known to be. */
  private long confirmAll() throws InterruptedException {
    List<Attempt> confirmed = new ArrayList<>();
    for (Face face : site.faces()) {
      Request request = site.items().getFirst().receive(1);
      confirmed.add(send(face, name + "-b" + confirmed.size(), request));
    }
    return confirmed.stream().mapToLong(Attempt::position).max().orElseThrow();
  }

  /** Until it is decided. */
  private static Attempt send(Face face, String key, Request request) throws InterruptedException {
    List<Attempt> decided = new ArrayList<>();
    Patience.require(
        "a write after the fault",
        RECOVERY,
        () -> {
          Attempt attempt = face.send(key, request);
          if (attempt.isDecided()) {
            decided.add(attempt);
          }
          return attempt.isDecided();
        });
    return decided.getLast();
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
