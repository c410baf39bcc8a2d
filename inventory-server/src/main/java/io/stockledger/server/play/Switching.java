package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two off switches of the day, pulled and returned while everybody trades: one takes the figures of
 * a category away, one all of a store. What was in force at which moment is known from the answers.
 */
final class Switching {
  private static final String FIGURES = "figures";
  private static final String STORE = "store";

  private static final Map<Integer, List<String>> PULLED_IN =
      Map.of(4, List.of(FIGURES), 7, List.of(STORE));
  private static final Map<Integer, List<String>> RETURNED_IN =
      Map.of(11, List.of(STORE), 14, List.of(FIGURES));

  /** What happened to a switch, and where in the ledger that stands. */
  private record Turn(long position, Instant at) {
    boolean isBefore(long other) {
      return position < other;
    }
  }

  private final Desk desk;
  private final Assortment assortment;
  private final Map<String, Turn> pulled = new ConcurrentHashMap<>();
  private final Map<String, Turn> returned = new ConcurrentHashMap<>();

  Switching(Desk desk, Assortment assortment) {
    this.desk = desk;
    this.assortment = assortment;
  }

  /** What is done within a half-hour, beside all that others do. */
  List<Runnable> tasks(int halfHour) {
    List<Runnable> tasks = new ArrayList<>();
    PULLED_IN.getOrDefault(halfHour, List.of()).forEach(one -> tasks.add(() -> pull(one)));
    RETURNED_IN.getOrDefault(halfHour, List.of()).forEach(one -> tasks.add(() -> giveBack(one)));
    return tasks;
  }

  private void pull(String which) {
    ObjectNode body = object().put("switchId", id(which));
    body.put("level", which.equals(STORE) ? "hidden" : "soft");
    body.put("why", which.equals(STORE) ? "the store is being counted" : "figures are in doubt");
    ObjectNode scope = body.putObject("scope");
    if (which.equals(STORE)) {
      scope.put("location", store());
    } else {
      scope.put("category", assortment.category(Assortment.GARDEN));
    }
    note(pulled, which, desk.send(Client.MANAGER, "pull:" + which, "/v1/switches", body, false));
  }

  private void giveBack(String which) {
    String path = "/v1/switches/" + id(which) + "/return";
    ObjectNode body = object().put("why", "all is well again");
    note(returned, which, desk.send(Client.MANAGER, "return:" + which, path, body, false));
  }

  private static void note(Map<String, Turn> turns, String which, Answer answer) {
    if (answer.accepted()) {
      turns.put(
          which,
          new Turn(
              answer.body().path("position").asLong(),
              Instant.parse(answer.body().path("recordedAt").asString())));
    }
  }

  private String id(String which) {
    return desk.plan().run() + "-" + which;
  }

  /** The store that is taken away for a while. */
  String store() {
    return assortment.stores().get(2);
  }

  /** What of an item is taken away from an entry of the ledger. */
  Offer.Pulled at(Item item, long position) {
    return strongest(item, which -> isPulled(which, position));
  }

  private boolean isPulled(String which, long position) {
    Turn off = pulled.get(which);
    Turn on = returned.get(which);
    return off != null && off.isBefore(position) && (on == null || !on.isBefore(position));
  }

  /** What of an item is taken away at a moment at which nobody turns a switch. */
  Offer.Pulled at(Item item, Instant moment) {
    return strongest(
        item,
        which -> {
          Turn off = pulled.get(which);
          Turn on = returned.get(which);
          return off != null
              && !off.at().isAfter(moment)
              && (on == null || on.at().isAfter(moment));
        });
  }

  private Offer.Pulled strongest(Item item, Predicate<String> isPulled) {
    if (item.location().equals(store()) && isPulled.test(STORE)) {
      return Offer.Pulled.ALL;
    }
    boolean doubted = assortment.isIn(assortment.indexOf(item), Assortment.GARDEN);
    return doubted && isPulled.test(FIGURES) ? Offer.Pulled.FIGURES : Offer.Pulled.NOTHING;
  }

  /** When switches were turned. */
  List<Instant> moments() {
    List<Instant> moments = new ArrayList<>();
    pulled.values().forEach(turn -> moments.add(turn.at()));
    returned.values().forEach(turn -> moments.add(turn.at()));
    return moments;
  }

  /** How many were pulled and returned. */
  long turned() {
    return returned.keySet().stream().filter(pulled::containsKey).count();
  }
}
