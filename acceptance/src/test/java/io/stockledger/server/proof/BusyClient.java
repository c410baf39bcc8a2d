package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import io.stockledger.server.proof.ItemHistory.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Does one thing after the other to one item, and keeps every answer. */
final class BusyClient implements Callable<List<Answered>> {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> CONDITIONS =
      List.of("good", "good", "good", "damaged", "quarantine", "non-sellable");

  /** Also where the machine is slow. */
  private static final int AT_LEAST = 25;

  private final Shelf shelf;
  private final String name;
  private final Random random;
  private final Instant end;
  private final List<Answered> answers = new ArrayList<>();
  private int reserved;
  private int version = 1;

  BusyClient(Shelf shelf, String name, Random random, Instant end) {
    this.shelf = shelf;
    this.name = name;
    this.random = random;
    this.end = end;
  }

  private record Request(String path, ObjectNode body) {}

  @Override
  public List<Answered> call() throws Exception {
    while (answers.size() < AT_LEAST || Instant.now().isBefore(end)) {
      Request request = next();
      String key = shelf.sku() + "-" + name + "-" + answers.size();
      Said said =
          shelf.server().write(shelf.key(), "POST", request.path, request.body.toString(), key);
      assertThat(said.status())
          .as("%s %s: %s", request.path, request.body, said.whole().body())
          .isIn(200, 201, 404, 409);
      answers.add(new Answered(key, said.status(), said.body()));
      version = Math.max(version, said.body().path("version").asInt(0));
    }
    return answers;
  }

  private Request next() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> fact("/receive", quantity()).with("condition", condition()).done();
      case 3 -> fact("/pick", quantity()).done();
      case 4, 5 -> fact("/pick", quantity()).with("happened", true).done();
      case 6 ->
          fact("/adjust", random.nextBoolean() ? quantity() : -quantity())
              .with("condition", condition())
              .with("reason", "SHRINK")
              .done();
      case 7 -> count();
      case 8 -> fact("/return", quantity()).with("condition", condition()).done();
      case 9 -> fact("/condition", quantity()).with("from", "good").with("to", "damaged").done();
      case 10 -> item("/set-aside").with("quantity", quantity()).done();
      case 11 -> item("/put-back").with("quantity", quantity()).done();
      case 12 ->
          item("/reverse")
              .with("version", 1 + random.nextInt(version))
              .with("reason", "CORRECTION")
              .done();
      case 13, 14, 15 -> reserve();
      case 16 ->
          random.nextBoolean()
              ? promise("/confirm").done()
              : promise("/extend").with("expiresIn", expiry()).done();
      case 17 -> change();
      case 18 -> promise("/pick").with("happened", random.nextBoolean()).done();
      default -> promise("/release").done();
    };
  }

  private Request reserve() {
    Draft draft = item("/reserve").with("quantity", quantity());
    draft.with("reservationId", shelf.sku() + name + "-" + ++reserved);
    return random.nextInt(3) == 0 ? draft.done() : draft.with("expiresIn", expiry()).done();
  }

  private Request count() {
    Draft draft = late(item("/count"));
    draft.body.putObject("counted").put("good", random.nextInt(60));
    return draft.done();
  }

  private Request change() {
    Draft draft = promise("/change");
    var lines = draft.body.putArray("lines");
    for (int i = 0; i <= random.nextInt(2); i++) {
      lines
          .addObject()
          .put("line", Integer.toString(i + 1))
          .put("location", shelf.location())
          .put("sku", shelf.sku())
          .put("quantity", quantity());
    }
    return draft.done();
  }

  private Draft fact(String verb, long quantity) {
    return late(item(verb)).with("quantity", quantity);
  }

  /** Every third fact is told some seconds after it happened. */
  private Draft late(Draft draft) {
    return random.nextInt(3) > 0
        ? draft
        : draft.with("occurredAt", Instant.now().minusMillis(random.nextInt(8_000)).toString());
  }

  private Draft item(String verb) {
    return new Draft(shelf.item() + verb, JSON.createObjectNode());
  }

  /** One of its own reservations, mostly one of the last. */
  private Draft promise(String verb) {
    int number = Math.max(1, reserved - random.nextInt(4));
    String id = shelf.sku() + name + "-" + number;
    return new Draft("/v1/reservations/" + id + verb, JSON.createObjectNode());
  }

  private record Draft(String path, ObjectNode body) {
    Draft with(String field, Object value) {
      body.putPOJO(field, value);
      return this;
    }

    Request done() {
      return new Request(path, body);
    }
  }

  private String expiry() {
    return "PT" + (1 + random.nextInt(2)) + "S";
  }

  private String condition() {
    return CONDITIONS.get(random.nextInt(CONDITIONS.size()));
  }

  private long quantity() {
    return 1L + random.nextInt(6);
  }
}
