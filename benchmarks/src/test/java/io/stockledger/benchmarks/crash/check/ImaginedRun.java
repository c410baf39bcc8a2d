package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.ItemRead;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.PartKey;
import io.stockledger.benchmarks.crash.history.StoredReceipt;
import io.stockledger.benchmarks.crash.load.Item;
import io.stockledger.benchmarks.crash.load.Request;
import io.stockledger.benchmarks.crash.load.RequestMaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** A run of the load against an imagined ledger that keeps all its promises. */
final class ImaginedRun {
  private static final List<Item> ITEMS =
      List.of(new Item("L0", "S0"), new Item("L0", "S1"), new Item("L1", "S0"));

  private final ImaginedLedger ledger = new ImaginedLedger();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Lookup> lookups = new ArrayList<>();
  private final List<ItemRead> reads = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private final Random random;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  private ImaginedRun(Random random) {
    this.random = random;
  }

  /** About so many commands of two clients, some of which never hear of their outcome. */
  static History of(long seed, int commands) {
    ImaginedRun run = new ImaginedRun(new Random(seed));
    for (Item item : ITEMS) {
      run.send("stock-" + item.sku() + item.location(), item.receive(8));
    }
    List<RequestMaker> clients =
        List.of(new RequestMaker(run.random, "a", ITEMS), new RequestMaker(run.random, "b", ITEMS));
    for (int i = 0; i < commands; i++) {
      if (i % 12 == 5) {
        run.sendTogether("k" + i);
        continue;
      }
      RequestMaker client = clients.get(i % 2);
      Request request = client.next();
      run.send("k" + i, request);
      Attempt last = run.attempts.getLast();
      if (last.isRefused()) {
        client.refused(request, last.answer());
      }
    }
    return run.finish();
  }

  private void send(String key, Request request) {
    pass(40);
    if (random.nextInt(8) == 0) {
      ledger.expireAll(now);
    }
    if (random.nextInt(15) == 0) {
      unanswered(key, request);
      return;
    }
    attempt(key, request);
    if (random.nextInt(12) == 0) {
      pass(5);
      attempt(key, request);
    }
  }

  /** What is received is never refused. */
  private void sendTogether(String whole) {
    pass(40);
    Instant sentAt = now;
    pass(5);
    List<StoredReceipt> receipts = new ArrayList<>();
    for (int i = 0; i < ITEMS.size(); i++) {
      String key = new PartKey(whole, i, ITEMS.size()).key();
      receipts.add(ledger.decide(key, ITEMS.get(i).receive(1), now));
    }
    pass(5);
    for (int i = 0; i < ITEMS.size(); i++) {
      add(receipts.get(i), ITEMS.get(i).receive(1), sentAt, false);
    }
  }

  private void attempt(String key, Request request) {
    Instant sentAt = now;
    pass(5);
    boolean replayed = ledger.journal.receipts.containsKey(key);
    StoredReceipt receipt = ledger.decide(key, request, now);
    pass(5);
    add(receipt, request, sentAt, replayed);
  }

  private void add(StoredReceipt receipt, Request request, Instant sentAt, boolean replayed) {
    attempts.add(
        new Attempt(
            receipt.key(),
            request.path(),
            request.body(),
            1,
            sentAt,
            now,
            receipt.status(),
            receipt.answer(),
            replayed,
            receipt.position()));
  }

  /** It may have happened, and it may not. */
  private void unanswered(String key, Request request) {
    Instant sentAt = now;
    pass(5);
    if (random.nextBoolean()) {
      ledger.decide(key, request, now);
    }
    attempts.add(
        new Attempt(key, request.path(), request.body(), 1, sentAt, now, 0, "gone", false, 0));
    open.add(key);
  }

  private History finish() {
    for (String key : open) {
      pass(3);
      StoredReceipt receipt = ledger.journal.receipts.get(key);
      lookups.add(
          receipt == null
              ? new Lookup(key, 1, now, 404, 0, "", ledger.journal.events.size())
              : new Lookup(
                  key, 1, now, 200, receipt.status(), receipt.answer(), receipt.position()));
    }
    for (Item item : ITEMS) {
      ImaginedItem there = ledger.item(item.location(), item.sku());
      String figures = JsonMapper.shared().writeValueAsString(there.figures(now));
      long position = ledger.journal.events.size();
      reads.add(new ItemRead(item.stream(), 1, position, there.version, figures, now));
    }
    return new History(
        List.of(),
        List.copyOf(attempts),
        List.copyOf(lookups),
        List.copyOf(ledger.journal.events),
        List.copyOf(ledger.journal.receipts.values()),
        List.copyOf(reads));
  }

  private void pass(int millis) {
    now = now.plusMillis(1 + random.nextInt(millis));
  }
}
