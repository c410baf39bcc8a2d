package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ledger's rules told on one item, each request and answer on a line. */
final class Story {
  private final LedgerClient ledger;
  private final Map<Client, String> bearers;
  private final PrintStream out;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final String name = "story-" + Long.toString(now.toEpochMilli(), Character.MAX_RADIX);
  private final Item item = new Item(name, "MUG");
  private final List<String> surprises = new ArrayList<>();
  private int step;

  Story(LedgerClient ledger, Map<Client, String> bearers, PrintStream out) {
    this.ledger = ledger;
    this.bearers = bearers;
    this.out = out;
  }

  /** What was answered otherwise than the story has it; empty when all is well. */
  List<String> tell() {
    register();
    promise();
    refuse();
    countAndSellLate();
    lookBack();
    return surprises;
  }

  private void register() {
    say("A store and a product are registered.");
    ObjectNode store = object().put("name", "Story").put("kind", "store").put("timeZone", "UTC");
    write(Client.OPERATOR, "PUT", "/v1/locations/" + name, key("store"), store);
    ObjectNode mug = object().put("name", "Mug").put("baseUnit", "piece");
    write(Client.OPERATOR, "PUT", "/v1/products/MUG", key("mug"), mug);
  }

  private void promise() {
    say("Twelve come in, four are reserved for a customer, three are set aside.");
    ObjectNode received = quantity(12).put("occurredAt", now.minusSeconds(600).toString());
    expect("onHand", 12, post(Client.STAFF, "receive", key("receive"), received));
    ObjectNode reserved = quantity(4).put("reservationId", name);
    Answer first = post(Client.WEB, "reserve", key("reserve"), reserved);
    expect("available", 8, first);
    ObjectNode aside = quantity(3).put("reason", "TRANSFER");
    expect("available", 5, post(Client.STAFF, "set-aside", key("aside"), aside));
    Answer sellable = get("/v1/channels/default/availability/MUG?location=" + name);
    expectThat("sellable 5", sellable.body().path("sellable").asLong() == 5);

    say("The answer got lost on the way, so the shop asks again under the same key.");
    Answer again = post(Client.WEB, "reserve", key("reserve"), reserved);
    expectThat("the same answer", again.text().equals(first.text()) && again.replayed());
  }

  private void refuse() {
    say("Five are available; somebody wants six.");
    Answer refused = post(Client.WEB, "reserve", key("six"), quantity(6));
    boolean figures =
        refused.body().path("requested").asLong() == 6
            && refused.body().path("available").asLong() == 5;
    expectThat("refused with figures", refused.status() == 409 && figures);
  }

  private void countAndSellLate() {
    say("The shelf is counted: eleven. A till was offline; it sold one two minutes before.");
    ObjectNode count = object().put("method", "barcode").put("kind", "cycle-count");
    count.put("occurredAt", now.toString()).putObject("counted").put("good", 11);
    expect("onHand", 11, post(Client.STAFF, "count", key("count"), count));
    ObjectNode sale = quantity(1).put("happened", true);
    sale.put("occurredAt", now.minusSeconds(120).toString());
    Answer late = post(Client.TILL, "pick", key("sale"), sale);
    expect("onHand", 11, late);
    say("The count came after the sale and knew of it: the late sale moved nothing.");
  }

  private void lookBack() {
    say("Nothing is ever edited: the time line of the item.");
    Answer history = read(item.path() + "/history?limit=50");
    for (JsonNode entry : history.body().path("items")) {
      out.printf(
          "      %2d  %-20s occurred %s  on hand %s, available %s%s%n",
          entry.path("version").asLong(),
          entry.path("type").asString(),
          entry.path("occurredAt").asString(),
          entry.path("figures").path("onHand").asString(),
          entry.path("figures").path("available").asString(),
          entry.has("absorbedBy") ? "  absorbed by " + entry.path("absorbedBy") : "");
    }
    expectThat("five entries", history.body().path("items").size() == 5);
    say("And what was on the shelf a minute ago, and five minutes ago.");
    expectHeld(11, now.minusSeconds(60));
    expectHeld(12, now.minusSeconds(300));
  }

  private void expectHeld(long units, Instant at) {
    Answer then = get(item.path() + "/as-of?clock=occurred&at=" + at);
    expectThat("on hand " + units, then.body().path("onHand").asLong() == units);
  }

  private Answer post(Client client, String verb, String key, ObjectNode body) {
    return write(client, "POST", item.path() + "/" + verb, key, body);
  }

  private Answer write(Client client, String method, String path, String key, ObjectNode body) {
    out.printf("    %s %s  %s%n", method, path, body);
    Answer answer = ledger.send(new Call(method, path, key, body, bearer(client), 0));
    out.println("      " + summary(answer));
    if (!answer.accepted() && !answer.refused()) {
      surprises.add(path + ": " + answer.status() + " " + answer.text());
    }
    return answer;
  }

  private Answer get(String path) {
    Answer answer = read(path);
    out.println("      " + answer.status() + " " + answer.text());
    return answer;
  }

  private Answer read(String path) {
    out.println("    GET " + path);
    Call call = Call.get(path, bearer(Client.AUDITOR)).atLeast(ledger.highestPosition());
    return ledger.send(call);
  }

  private static String summary(Answer answer) {
    JsonNode figures = answer.body().path("figures");
    String replayed = answer.replayed() ? "  (Idempotent-Replayed: true)" : "";
    if (figures.isMissingNode()) {
      return answer.status() + " " + answer.text() + replayed;
    }
    return "%d version %s: on hand %s, reserved %s, set aside %s, available %s%s"
        .formatted(
            answer.status(),
            answer.body().path("version").asString(),
            figures.path("onHand").asString(),
            figures.path("reserved").asString(),
            figures.path("setAside").asString(),
            figures.path("available").asString(),
            replayed);
  }

  private void expect(String figure, long units, Answer answer) {
    long given = answer.body().path("figures").path(figure).asLong(-1);
    expectThat(figure + " " + units, answer.accepted() && given == units);
  }

  private void expectThat(String what, boolean holds) {
    if (!holds) {
      surprises.add("the story expected: " + what);
      out.println("      !! expected: " + what);
    }
  }

  private void say(String sentence) {
    out.printf("%n  %d. %s%n", ++step, sentence);
  }

  private String key(String what) {
    return name + ":" + what;
  }

  private String bearer(Client client) {
    return Objects.requireNonNull(bearers.get(client));
  }

  private static ObjectNode quantity(long units) {
    return object().put("quantity", units);
  }
}
