package io.stockledger.benchmarks.crash.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one client asks for next; a quarter of what it asks for alone is about transfers. It takes
 * up reservations of its own whatever became of them, so that closed, expired and unknown ones are
 * asked for as well.
 */
public final class RequestMaker {
  /** So many of its last reservations it still thinks of. */
  private static final int REMEMBERED = 12;

  private static final int MOST_TOGETHER = 4;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Random random;
  private final String name;
  private final List<Item> items;
  private final List<Promise> promises = new ArrayList<>();
  private final TransferMaker transfers;
  private int reserved;

  /**
   * @param quantity of its only line; 0 where it has several
   */
  private record Promise(String id, Item item, long quantity) {}

  /**
   * @param name its own; begins the ids of its reservations and transfers
   * @param items of at least two locations
   */
  public RequestMaker(Random random, String name, List<Item> items) {
    this.random = random;
    this.name = name;
    this.items = items;
    this.transfers = new TransferMaker(random, name, items);
  }

  /** Hears that a request of its own was refused, and how. */
  public void refused(Request request, String answer) {
    transfers.refused(request, answer);
  }

  public Request next() {
    if (random.nextInt(4) == 0) {
      return transfers.next();
    }
    int dice = random.nextInt(100);
    if (promises.isEmpty() || dice < 35) {
      return reserve();
    }
    if (dice < 45) {
      return reserveMany();
    }
    if (dice < 58) {
      return onPromise("pick");
    }
    if (dice < 68) {
      return onPromise("release");
    }
    Item item = item();
    if (dice < 84) {
      return fact(item, "receive", 1 + random.nextInt(4));
    }
    if (dice < 91) {
      return fact(item, "pick", 1 + random.nextInt(3));
    }
    return dice < 96 ? adjust(item) : count(item);
  }

  /**
   * Some that are to take effect together or not at all. Each is on an item and under an id of its
   * own, so that what one is refused for does not hang on the others, which are taken back with it.
   */
  public List<Request> together() {
    List<Item> some = new ArrayList<>(items);
    Collections.shuffle(some, random);
    int count = Math.min(some.size(), 2 + random.nextInt(MOST_TOGETHER - 1));
    return some.subList(0, count).stream().map(this::oneOfSome).toList();
  }

  private Request oneOfSome(Item item) {
    return switch (random.nextInt(4)) {
      case 0 -> fact(item, "pick", 1 + random.nextInt(2));
      case 1 -> reserve(item, freshId());
      default -> fact(item, "receive", 1 + random.nextInt(2));
    };
  }

  private Request reserve() {
    boolean again = !promises.isEmpty() && random.nextInt(30) == 0;
    return reserve(item(), again ? anyPromise().id : freshId());
  }

  private Request reserve(Item item, String id) {
    long quantity = 1L + random.nextInt(5);
    boolean again = promises.stream().anyMatch(promise -> promise.id.equals(id));
    ObjectNode body = object().put("quantity", quantity).put("reservationId", id);
    maybeExpiring(body);
    if (!again) {
      remember(new Promise(id, item, quantity));
    }
    return request(item.path() + "/reserve", body);
  }

  private Request reserveMany() {
    String id = freshId();
    ObjectNode body = object().put("reservationId", id);
    ArrayNode lines = body.putArray("lines");
    int first = random.nextInt(items.size());
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      Item item = items.get((first + i * 7) % items.size());
      lines
          .addObject()
          .put("location", item.location())
          .put("sku", item.sku())
          .put("quantity", 1 + random.nextInt(3));
    }
    maybeExpiring(body);
    remember(new Promise(id, items.get(first), 0));
    return request("/v1/reservations", body);
  }

  /** Some run out while the load goes on, some while the ledger is away. */
  private void maybeExpiring(ObjectNode body) {
    if (random.nextInt(5) < 2) {
      body.put("expiresIn", "PT" + (1 + random.nextInt(5)) + "S");
    }
  }

  private Request onPromise(String verb) {
    Promise promise = anyPromise();
    if (promise.quantity == 0 || random.nextInt(2) == 0) {
      return request("/v1/reservations/" + promise.id + "/" + verb, object());
    }
    long quantity = 1L + random.nextInt((int) promise.quantity + 1);
    ObjectNode body = object().put("quantity", quantity).put("reservationId", promise.id);
    return request(promise.item.path() + "/" + verb, body);
  }

  private static Request fact(Item item, String verb, int quantity) {
    return request(item.path() + "/" + verb, object().put("quantity", quantity));
  }

  private Request adjust(Item item) {
    int quantity = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : -1 - random.nextInt(6);
    return request(
        item.path() + "/adjust", object().put("quantity", quantity).put("reason", "CORRECTION"));
  }

  private Request count(Item item) {
    ObjectNode body = object();
    body.putObject("counted").put("good", random.nextInt(25));
    return request(item.path() + "/count", body);
  }

  private Item item() {
    return items.get(random.nextInt(items.size()));
  }

  private Promise anyPromise() {
    return promises.get(random.nextInt(promises.size()));
  }

  private String freshId() {
    return name + "-" + ++reserved;
  }

  private void remember(Promise promise) {
    promises.add(promise);
    if (promises.size() > REMEMBERED) {
      promises.removeFirst();
    }
  }

  private static Request request(String path, ObjectNode body) {
    return new Request(path, JSON.writeValueAsString(body));
  }

  private static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
