package io.stockledger.benchmarks.crash.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one client asks of transfers next. It takes up transfers of its own whatever became of them,
 * so that closed and unknown ones, those of which nothing is left to dispatch, and parts that were
 * received before are asked for as well. Those that it would forget it closes. Where stock is short
 * it mostly brings some and asks again: others wait for it as well, and may be faster.
 */
final class TransferMaker {
  /** So many of its transfers it has at a time. */
  private static final int REMEMBERED = 4;

  private static final int MOST_LINES = 3;
  private static final int BROUGHT = 8;
  private static final String TRANSFERS = "/v1/transfers";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Random random;
  private final String name;
  private final List<Item> items;
  private final Deque<Sent> transfers = new ArrayDeque<>();
  private final Deque<Request> steps = new ArrayDeque<>();
  private int requested;

  /**
   * @param quantities of its lines, which are called 1, 2 and so on
   * @param parts under which something of it was asked to leave
   */
  private record Sent(String id, List<Integer> quantities, List<String> parts) {}

  /**
   * @param name of the client; begins its transfers' ids
   * @param items of at least two locations
   */
  TransferMaker(Random random, String name, List<Item> items) {
    this.random = random;
    this.name = name;
    this.items = items;
  }

  /** Hears that something was refused, and plans what to do about it. */
  void refused(Request request, String answer) {
    if (!request.path().equals(TRANSFERS) || !answer.contains("/problems/lines-refused")) {
      return;
    }
    JsonNode body = JSON.readTree(request.body());
    if (random.nextInt(4) > 0) {
      for (JsonNode line : body.path("lines")) {
        Item item = new Item(body.path("from").asString(), line.path("sku").asString());
        steps.add(item.receive(BROUGHT));
      }
      steps.add(request);
    } else if (random.nextBoolean()) {
      String id = body.path("transferId").asString();
      transfers.removeIf(transfer -> transfer.id.equals(id));
    }
  }

  Request next() {
    if (!steps.isEmpty()) {
      return steps.removeFirst();
    }
    if (transfers.size() > REMEMBERED) {
      return on(transfers.removeFirst(), "close", object().put("reason", "NOT_NEEDED"));
    }
    int dice = random.nextInt(100);
    if (transfers.isEmpty() || dice < 30) {
      return request();
    }
    Sent transfer = random.nextInt(4) == 0 ? any(List.copyOf(transfers)) : transfers.getLast();
    if (dice < (transfer.parts.isEmpty() ? 80 : 50)) {
      return dispatch(transfer);
    }
    if (dice < 92) {
      return receive(transfer);
    }
    if (dice < 97) {
      ObjectNode body = object();
      maybeOneLine(transfer, body);
      return on(transfer, "cancel", body);
    }
    return on(transfer, "close", maybeReason(object()));
  }

  /** From one location to another; the same SKU is on one line only. */
  private Request request() {
    Item first = any(items);
    List<String> others =
        items.stream().map(Item::location).filter(l -> !l.equals(first.location())).toList();
    List<Item> there =
        new ArrayList<>(items.stream().filter(i -> i.location().equals(first.location())).toList());
    // what was refused may come into being after all
    boolean again = !transfers.isEmpty() && random.nextInt(6) == 0;
    String id = again ? any(List.copyOf(transfers)).id : name + "-t" + ++requested;
    ObjectNode body =
        object().put("transferId", id).put("from", first.location()).put("to", any(others));
    ArrayNode lines = body.putArray("lines");
    List<Integer> quantities = new ArrayList<>();
    // the more lines, the likelier all are refused
    int count = 1 + random.nextInt(1 + random.nextInt(MOST_LINES));
    while (quantities.size() < count && !there.isEmpty()) {
      Item item = there.remove(random.nextInt(there.size()));
      int quantity = 1 + random.nextInt(3);
      lines.addObject().put("sku", item.sku()).put("quantity", quantity);
      quantities.add(quantity);
    }
    boolean moves = random.nextInt(4) == 0;
    if (moves) {
      body.put("move", true);
    } else if (random.nextInt(3) == 0) {
      body.put("arrivesIn", "PT1H");
    }
    // most of what has arrived is nothing to come back to
    if (!again && (!moves || random.nextInt(3) == 0)) {
      transfers.add(new Sent(id, quantities, new ArrayList<>()));
    }
    return new Request(TRANSFERS, JSON.writeValueAsString(body));
  }

  private Request dispatch(Sent transfer) {
    boolean again = !transfer.parts.isEmpty() && random.nextInt(20) == 0;
    String part = again ? any(transfer.parts) : "van-" + (transfer.parts.size() + 1);
    if (!again) {
      transfer.parts.add(part);
    }
    ObjectNode body = object().put("part", part);
    maybeOneLine(transfer, body);
    return on(transfer, "dispatch", body);
  }

  private Request receive(Sent transfer) {
    ObjectNode body = object().put("part", maybePart(transfer));
    if (random.nextBoolean()) {
      int line = random.nextInt(transfer.quantities.size());
      body.putArray("lines")
          .addObject()
          .put("line", Integer.toString(line + 1))
          .put("quantity", random.nextInt(transfer.quantities.get(line) + 2));
      maybeReason(body);
    }
    return on(transfer, "receive", body);
  }

  /** Some left with a move, under the ledger's own name; some never left. */
  private String maybePart(Sent transfer) {
    return transfer.parts.isEmpty() ? "p1" : any(transfer.parts);
  }

  private void maybeOneLine(Sent transfer, ObjectNode body) {
    if (random.nextBoolean()) {
      int line = random.nextInt(transfer.quantities.size());
      body.putArray("lines")
          .addObject()
          .put("line", Integer.toString(line + 1))
          .put("quantity", 1 + random.nextInt(transfer.quantities.get(line)));
    }
  }

  private ObjectNode maybeReason(ObjectNode body) {
    return random.nextInt(4) == 0 ? body : body.put("reason", "LOST");
  }

  private static Request on(Sent transfer, String verb, ObjectNode body) {
    return new Request(TRANSFERS + "/" + transfer.id + "/" + verb, JSON.writeValueAsString(body));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
