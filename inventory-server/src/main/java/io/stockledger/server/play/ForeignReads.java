package io.stockledger.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads what a marketplace traded by the names that it knows. */
final class ForeignReads {
  /** Each is a request of its own. */
  private static final int MOST = 300;

  private final Reader reader;
  private final Names names;
  private final Findings findings = new Findings("reads by names of others compared");

  ForeignReads(Desk desk, Names names) {
    this.reader = new Reader(desk);
    this.names = names;
  }

  Findings compare(Script script, Judgement judgement) {
    Set<List<String>> asked = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    script.actors().stream()
        .flatMap(actor -> actor.halfHours().stream())
        .flatMap(List::stream)
        .filter(Step.Foreign.class::isInstance)
        .map(Step.Foreign.class::cast)
        .forEach(step -> asked.add(List.of(step.place(), step.product())));
    asked.stream()
        .filter(name -> names.item(name.getFirst(), name.getLast()) != null)
        .limit(MOST)
        .forEach(name -> compare(name.getFirst(), name.getLast(), judgement));
    return findings;
  }

  private void compare(String place, String product, Judgement judgement) {
    Item item = names.item(place, product);
    ItemModel model = item == null ? null : judgement.models().get(item);
    if (model == null) {
      return;
    }
    String where =
        "?location=" + Names.inAddress(place) + "&sku=" + Names.inAddress(product) + "&limit=2";
    JsonNode rows = reader.read("/v1/available" + where).body().path("items");
    List<String> found = new ArrayList<>();
    if (rows.size() != 1) {
      found.add("%d rows of %s under its other names".formatted(rows.size(), item));
    }
    for (JsonNode row : rows) {
      Item said = new Item(row.path("location").asString(), row.path("sku").asString());
      if (!said.equals(item)) {
        found.add("%s %s is %s, the model says %s".formatted(place, product, said, item));
      } else {
        found.addAll(model.at(Instant.now()).differencesFrom(row));
      }
    }
    findings.compare(found);
  }
}
