package io.stockledger.server.play;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where all actors hand in their commands; what is accepted is noted for the model. */
final class Desk {
  private final LedgerClient ledger;
  private final Map<Client, String> bearers;
  private final DayPlan plan;
  private final Journal journal = new Journal();
  private final Tally tally = new Tally();

  Desk(LedgerClient ledger, Map<Client, String> bearers, DayPlan plan) {
    this.ledger = ledger;
    this.bearers = bearers;
    this.plan = plan;
  }

  DayPlan plan() {
    return plan;
  }

  Journal journal() {
    return journal;
  }

  Tally tally() {
    return tally;
  }

  LedgerClient ledger() {
    return ledger;
  }

  String bearer(Client client) {
    return Objects.requireNonNull(bearers.get(client), client::id);
  }

  /**
   * Hands in a write.
   *
   * @param key within the run; the same for the same step of the script, always
   * @param repeated it is sent twice, as after a lost answer
   */
  Answer send(Client client, String key, String path, ObjectNode body, boolean repeated) {
    Call call = Call.post(path, plan.run() + ":" + key, body, bearer(client));
    Answer answer = ledger.send(call);
    tally.answered(call, answer);
    if (repeated) {
      tally.repeated(call, answer, ledger.send(call));
    }
    return answer;
  }

  /**
   * Asks a channel for a promise; what it refuses is noted for the model.
   *
   * @param body names the lines 1, 2, … in the order of {@code wanted}, or has no lines
   */
  Answer promise(
      Client client,
      String key,
      String path,
      ObjectNode body,
      boolean repeated,
      Outlet outlet,
      List<Step.Line> wanted) {
    Instant from = Instant.now().minusMillis(1);
    Answer answer = send(client, key, path, body.put("channel", outlet.id(plan)), repeated);
    // what was refused before an interruption was decided at any time before
    noteRefusal(answer, outlet, wanted, answer.replayed() ? Instant.EPOCH : from);
    return answer;
  }

  private void noteRefusal(Answer answer, Outlet outlet, List<Step.Line> wanted, Instant from) {
    Instant until = Instant.now().plusMillis(1);
    switch (answer.problem()) {
      case "insufficient-stock", "not-sellable" -> {
        Step.Line line = wanted.getFirst();
        String said = Offer.refusal(answer.body());
        journal.note(new Refused(outlet, line.item(), line.units(), said, from, until));
      }
      case "lines-refused" -> {
        for (JsonNode refused : answer.body().path("lines")) {
          Step.Line line = wanted.get(Integer.parseInt(refused.path("line").asString()) - 1);
          String said = Offer.refusal(refused);
          journal.note(new Refused(outlet, line.item(), line.units(), said, from, until));
        }
      }
      default -> {}
    }
  }

  /** Notes a promise as a channel's answer tells it. */
  void notePromise(
      Item item,
      Instant recordedAt,
      String reservation,
      long units,
      @Nullable Instant expiresAt,
      Outlet outlet,
      Answer answer) {
    JsonNode entry = Journal.entryOf(item, answer);
    long beyond = 0;
    LocalDate day = null;
    for (JsonNode line : answer.body().path("lines")) {
      if (line.path("location").asString().equals(item.location())
          && line.path("sku").asString().equals(item.sku())) {
        beyond = line.path("backordered").asLong();
        String said = line.path("promisedOn").asString("");
        day = said.isEmpty() ? null : LocalDate.parse(said);
      }
    }
    Deed.Through through = new Deed.Through(outlet, entry.path("position").asLong(), beyond, day);
    Deed deed = new Deed.Promised(reservation, item.sku(), units, expiresAt, through);
    journal.note(item, recordedAt, deed, entry);
  }

  /** Hands in what the ledger must refuse, with this problem. */
  void sendRefused(Client client, String key, String path, ObjectNode body, String problem) {
    Call call = Call.post(path, plan.run() + ":" + key, body, bearer(client));
    tally.refusedOnPurpose(call, ledger.send(call), problem);
  }

  /**
   * Hands in many commands in one request, each for itself.
   *
   * @param commands their keys are made from that of the request
   */
  Answer sendMany(Client client, String key, ArrayNode commands) {
    String path = "/v1/commands?mode=independent";
    Call call = Call.post(path, plan.run() + ":" + key, commands, bearer(client));
    Answer answer = ledger.send(call);
    tally.answered(call, answer);
    return answer;
  }

  /** Hands in a command on one item. */
  Answer stock(
      Client client,
      String key,
      Item item,
      String verb,
      ObjectNode body,
      Instant occurredAt,
      Deed deed,
      boolean repeated) {
    body.put("occurredAt", occurredAt.toString());
    Answer answer = send(client, key, item.path() + "/" + verb, body, repeated);
    if (answer.accepted()) {
      note(item, occurredAt, deed, answer);
    }
    return answer;
  }

  void note(Item item, Instant occurredAt, Deed deed, Answer answer) {
    journal.note(item, occurredAt, deed, Journal.entryOf(item, answer));
  }
}
