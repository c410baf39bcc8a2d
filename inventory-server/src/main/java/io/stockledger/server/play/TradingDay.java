package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays a plan: registers places and goods, takes in the first deliveries, then lets all actors
 * trade, half-hour by half-hour. Within a half-hour everybody runs at once and nobody waits for
 * anybody.
 */
final class TradingDay {
  private final Desk desk;
  private final Assortment assortment;
  private final Script script;
  private final PrintStream out;

  TradingDay(Desk desk, PrintStream out) {
    this.desk = desk;
    this.out = out;
    this.assortment = new Assortment(desk.plan());
    this.script = new Script(desk.plan(), assortment);
  }

  Script script() {
    return script;
  }

  Assortment assortment() {
    return assortment;
  }

  /** How long it took, registration and all. */
  Duration play() {
    Instant begun = Instant.now();
    List<Actor> actors = script.actors().stream().map(actor -> new Actor(actor, desk)).toList();
    try (ExecutorService crew = Executors.newVirtualThreadPerTaskExecutor();
        Progress progress = new Progress(desk.tally(), out)) {
      progress.at("registering 22 locations and 2,000 SKUs");
      all(crew, registrations());
      progress.at("first deliveries");
      all(crew, actors.stream().map(actor -> (Runnable) actor::playOpening).toList());
      for (int halfHour = 0; halfHour < DayPlan.HALF_HOURS; halfHour++) {
        int now = halfHour;
        progress.at("%02d:%02d".formatted(9 + halfHour / 2, halfHour % 2 * 30));
        all(crew, actors.stream().map(actor -> (Runnable) () -> actor.playHalfHour(now)).toList());
      }
    }
    return Duration.between(begun, Instant.now());
  }

  private List<Runnable> registrations() {
    List<Runnable> tasks = new ArrayList<>();
    assortment.stores().forEach(id -> tasks.add(() -> registerLocation(id, "store")));
    assortment.warehouses().forEach(id -> tasks.add(() -> registerLocation(id, "warehouse")));
    for (int sku = 0; sku < Assortment.SKUS; sku++) {
      String id = assortment.sku(sku);
      ObjectNode body = object().put("name", "Article " + id).put("baseUnit", "piece");
      tasks.add(() -> register("/v1/products/" + id, body));
    }
    return tasks;
  }

  private void registerLocation(String id, String kind) {
    ObjectNode body = object().put("name", id).put("kind", kind).put("timeZone", "Europe/Berlin");
    register("/v1/locations/" + id, body);
  }

  private void register(String path, ObjectNode body) {
    String key = desk.plan().run() + ":register:" + path.substring(path.lastIndexOf('/') + 1);
    Call call = Call.put(path, key, body, desk.bearer(Client.OPERATOR));
    Answer answer = desk.ledger().send(call);
    desk.tally().answered(call, answer);
  }

  private static void all(ExecutorService crew, List<Runnable> tasks) {
    List<? extends Future<?>> running = tasks.stream().map(crew::submit).toList();
    for (Future<?> task : running) {
      try {
        task.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the day cannot go on", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the day was interrupted", e);
      }
    }
  }
}
