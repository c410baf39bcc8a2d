package io.stockledger.benchmarks.crash.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of single values in lines of a history. */
final class Edits {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What an entry or an answer says of its item, its order and its figures. */
  private static final Set<String> TEXTS = Set.of("location", "sku", "reservationId", "line");

  private Edits() {}

  /** The same line with another value in one of its fields. */
  @SuppressWarnings("unchecked")
  static <T extends Record> T with(T line, String field, @Nullable Object value) {
    ObjectNode tree = JSON.valueToTree(line);
    tree.set(field, JSON.valueToTree(value));
    return (T) JSON.treeToValue(tree, line.getClass());
  }

  /** A JSON text in which one number differs a little, or, where allowed, one name. */
  static String altered(String json, Random random, boolean names) {
    JsonNode tree = JSON.readTree(json);
    List<Runnable> changes = new ArrayList<>();
    collect(tree, random, names, changes);
    if (changes.isEmpty()) {
      ((ObjectNode) tree).put("altered", 1);
    } else {
      changes.get(random.nextInt(changes.size())).run();
    }
    return JSON.writeValueAsString(tree);
  }

  /** An entry that says throughout that it moves one unit more. */
  static String withOneMore(String payload) {
    ObjectNode tree = (ObjectNode) JSON.readTree(payload);
    tree.put("quantity", tree.path("quantity").asLong() + 1);
    ObjectNode change = (ObjectNode) tree.path("change");
    change.forEachEntry(
        (figure, units) -> change.put(figure, units.asLong() + Long.signum(units.asLong())));
    return JSON.writeValueAsString(tree);
  }

  private static void collect(JsonNode node, Random random, boolean names, List<Runnable> changes) {
    if (node instanceof ObjectNode object) {
      object.forEachEntry(
          (field, value) -> {
            if (value.isNumber()) {
              long other =
                  value.asLong() + (random.nextBoolean() ? 1 : -1) * (1L + random.nextInt(3));
              changes.add(() -> object.put(field, other));
            } else if (names && value.isString() && TEXTS.contains(field)) {
              changes.add(() -> object.put(field, value.asString() + "x"));
            }
          });
    }
    node.forEach(child -> collect(child, random, names, changes));
  }
}
