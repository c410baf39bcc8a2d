package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A till that sells without a line to the ledger, and hands in later what it sold. */
final class Offline {
  private static final long SECONDS_BETWEEN_SALES = 20L;

  private final ActorScript script;
  private final Desk desk;
  private long next = 1;

  Offline(ActorScript script, Desk desk) {
    this.script = script;
    this.desk = desk;
  }

  private record Sold(long sequence, Step.Line line, Instant at) {}

  /** The first line comes last, all come twice and in disorder: each is recorded once. */
  void handIn(Step.Offline step, String key) {
    List<Sold> sold = new ArrayList<>();
    Instant first = desk.plan().at(step.second()).minusSeconds(3_600);
    for (Step.Line line : step.sold()) {
      sold.add(new Sold(next++, line, first.plusSeconds(sold.size() * SECONDS_BETWEEN_SALES)));
    }
    deliver(key + ":ahead", sold.subList(1, sold.size()));
    Answer settled = deliver(key + ":all", sold.reversed());
    if (settled.accepted()) {
      note(sold, settled);
    }
    Answer again = deliver(key + ":again", sold);
    for (JsonNode line : again.body().path("lines")) {
      if (again.accepted() && !line.path("outcome").asString().equals("known")) {
        desk.tally().fault("a line that was handed in before is not known: " + again.text());
      }
    }
  }

  private Answer deliver(String key, List<Sold> sold) {
    ObjectNode body = object();
    ArrayNode lines = body.putArray("lines");
    for (Sold one : sold) {
      lines
          .addObject()
          .put("sequence", one.sequence())
          .put("type", "pick")
          .put("location", one.line().item().location())
          .put("sku", one.line().item().sku())
          .put("quantity", one.line().units())
          .put("occurredAt", one.at().toString());
    }
    String device = desk.plan().run() + "-" + script.name();
    return desk.send(script.client(), key, "/v1/devices/" + device + "/batches", body, false);
  }

  private void note(List<Sold> sold, Answer answer) {
    Map<Long, Sold> bySequence = new HashMap<>();
    sold.forEach(one -> bySequence.put(one.sequence(), one));
    Instant recordedAt = Instant.parse(answer.body().path("recordedAt").asString());
    boolean settled = false;
    for (JsonNode line : answer.body().path("lines")) {
      Sold one = bySequence.get(line.path("sequence").asLong());
      if (one == null || !line.has("version")) {
        desk.tally().fault("a sale of an offline till is not recorded: " + line);
        continue;
      }
      settled = true;
      desk.journal()
          .note(
              one.line().item(),
              new Fact(
                  line.path("version").asLong(),
                  1,
                  recordedAt,
                  one.at(),
                  new Deed.Sold(one.line().units()),
                  Standing.of(line.path("figures"))));
    }
    if (settled) {
      desk.tally().recordedOnItems();
    }
  }
}
