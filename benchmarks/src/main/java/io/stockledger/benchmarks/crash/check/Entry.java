package io.stockledger.benchmarks.crash.check;

import io.stockledger.benchmarks.crash.history.History;
import io.stockledger.benchmarks.crash.history.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored event, read.
 *
 * @param key of the command of the client under test, none for anybody else's
 */
record Entry(StoredEvent stored, JsonNode payload, @Nullable String key) {
  static final String STOCK = "stock:";
  static final String EXPIRED = "stock.reservations-expired";
  private static final JsonMapper JSON = JsonMapper.shared();

  static Entry of(StoredEvent stored) {
    JsonNode metadata = JSON.readTree(stored.metadata());
    boolean ours = History.CLIENT.equals(metadata.path("client").asString(""));
    return new Entry(
        stored, JSON.readTree(stored.payload()), ours ? metadata.path("key").asString(null) : null);
  }

  static String stream(JsonNode item) {
    return STOCK + item.path("location").asString() + "/" + item.path("sku").asString();
  }

  long position() {
    return stored.position();
  }

  String stream() {
    return stored.stream();
  }

  long version() {
    return stored.version();
  }

  String type() {
    return stored.type();
  }

  boolean isStock() {
    return stream().startsWith(STOCK);
  }

  Figures change() {
    return Figures.of(payload.path("change"));
  }

  long quantity() {
    return payload.path("quantity").asLong(0);
  }

  String text(String field) {
    return payload.path(field).asString("");
  }

  /** A moment, or none where the field is absent. */
  @Nullable Instant moment(String field) {
    return payload.has(field) ? Instant.parse(text(field)) : null;
  }
}
