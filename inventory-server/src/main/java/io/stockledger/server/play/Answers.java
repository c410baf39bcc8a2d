package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks channels what they may offer, and holds that against the model: of every item when the day
 * is over, and of those that a switch is about while it is pulled.
 */
final class Answers {
  /** So many SKUs are asked for at once. */
  private static final int SKUS = 500;

  private final Desk desk;
  private final DemoFiles files;
  private final Channels channels;
  private final Switching switching;
  private final Silences silences;
  private final Findings findings = new Findings("answers of channels compared");
  private final Map<String, Long> states = new TreeMap<>();

  Answers(Desk desk, DemoFiles files, Channels channels, Switching switching, Silences silences) {
    this.desk = desk;
    this.files = files;
    this.channels = channels;
    this.switching = switching;
    this.silences = silences;
  }

  /** Of all items, when nobody trades any more and the ledger's entries were heard. */
  void compareAll(Judgement judgement) {
    for (Outlet outlet : Outlet.values()) {
      byLocation(judgement.models())
          .forEach(
              (location, skus) -> {
                for (int i = 0; i < skus.size(); i += SKUS) {
                  List<String> some = skus.subList(i, Math.min(i + SKUS, skus.size()));
                  compare(outlet, ask(outlet, location, some), judgement.models(), true);
                }
              });
    }
    states.forEach((state, number) -> findings.tell("  " + state, number));
  }

  private static Map<String, List<String>> byLocation(Map<Item, ItemModel> models) {
    Map<String, List<String>> skus = new TreeMap<>();
    models
        .keySet()
        .forEach(
            item -> skus.computeIfAbsent(item.location(), l -> new ArrayList<>()).add(item.sku()));
    skus.values().forEach(list -> list.sort(null));
    return skus;
  }

  /**
   * Of the items of a store, between two half-hours. The answers are kept beside the ledger's data,
   * so that a day that was broken off compares the same again.
   */
  List<Runnable> round(int halfHour, String store) {
    Map<Item, ItemModel> models = new Judgement(desk.journal()).models();
    List<String> skus = byLocation(models).getOrDefault(store, List.of());
    List<Runnable> tasks = new ArrayList<>();
    for (Outlet outlet : List.of(Outlet.WEB, Outlet.MARKET)) {
      tasks.add(
          () -> {
            String name = sheet(outlet, halfHour);
            JsonNode answer =
                files
                    .sheet(name)
                    .orElseGet(
                        () -> {
                          JsonNode fresh = ask(outlet, store, skus);
                          files.keepSheet(name, fresh);
                          return fresh;
                        });
            compare(outlet, answer, models, false);
          });
    }
    return tasks;
  }

  private static String sheet(Outlet outlet, int halfHour) {
    return "answers-" + outlet.word() + "-" + halfHour;
  }

  void forget(int halfHour) {
    for (Outlet outlet : Outlet.values()) {
      files.forgetSheet(sheet(outlet, halfHour));
    }
  }

  private JsonNode ask(Outlet outlet, String location, List<String> skus) {
    ObjectNode body = object();
    ArrayNode asked = body.putArray("skus");
    skus.forEach(asked::add);
    body.putArray("locations").add(location);
    Call call =
        new Call(
            "POST",
            outlet.path(desk.plan()) + "/availability",
            null,
            body,
            desk.bearer(Client.AUDITOR),
            desk.ledger().highestPosition());
    Answer answer = desk.ledger().send(call);
    if (!answer.accepted()) {
      throw new IllegalStateException(call.path() + ": " + answer.status() + " " + answer.text());
    }
    return answer.body();
  }

  private synchronized void compare(
      Outlet outlet, JsonNode answer, Map<Item, ItemModel> models, boolean counted) {
    Instant asOf = Instant.parse(answer.path("asOf").asString());
    for (JsonNode line : answer.path("items")) {
      Item item = new Item(line.path("location").asString(), line.path("sku").asString());
      ItemModel model = models.getOrDefault(item, new ItemModel());
      Terms terms = channels.of(outlet, item);
      Offer.Around around =
          new Offer.Around(
              switching.at(item, asOf),
              silences.at(terms, item.location(), asOf),
              model.arrivals(),
              asOf);
      Offer offer = Offer.of(terms, model.at(asOf), around);
      findings.compare(outlet.word() + " of " + item, Offer.answer(line), offer.answer());
      if (counted) {
        states.merge(offer.state(), 1L, Long::sum);
      }
    }
  }

  Findings findings() {
    return findings;
  }
}
