package io.stockledger.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CanonicalFormTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final List<String> NAMES = List.of("", "a", "A", "ab", "b", "a b", "é", "~", "\n");
  private static final List<String> TEXTS =
      List.of("", "x", "\"", "\\", "\n\t\b\f\r", "\u0001", "/", "\u007f", "é", "\u2028", "😀");
  private static final List<Object> NUMBERS =
      List.of(0, -1, 10, (1L << 53) - 1, 1L << 53, -(1L << 53), Long.MIN_VALUE, 0.5, 1.0, -0.0);

  /** As it was arranged; none where it was not. */
  private static @Nullable String arranged(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return CanonicalForm.arrange(bytes) ? new String(bytes, StandardCharsets.UTF_8) : null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"\"",
        "0",
        "-1",
        "9007199254740991",
        "true",
        "false",
        "null",
        "[1,[],{}]",
        "{\"a\":1,\"aa\":[true,null],\"b\":{\"c\":\"\\\"\\\\\\b\\t\\n\\f\\r/\"}}",
        "\"é😀\u2028\""
      })
  void what_is_canonical_stays(String json) {
    assertThat(arranged(json)).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " {}",
        "{} ",
        "{}{}",
        "{\"b\":1,\"a\":1,\"b\":2}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,}",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1",
        "[1,]",
        "[1",
        "[,1]",
        "[1 ]",
        "9007199254740992",
        "-9007199254740992",
        "12345678901234567",
        "1.0",
        "1e3",
        "-0",
        "00",
        "01",
        "-",
        "-01",
        "+1",
        "\"\\u0001\"",
        "\"\\/\"",
        "\"a",
        "\"\\",
        "tru",
        "nul",
        "True",
        "{1:2}",
        "\"\u0001\""
      })
  void whatever_else_is_not_taken(String json) {
    assertThat(arranged(json)).isNull();
  }

  @Test
  void properties_change_places_at_every_depth() {
    assertThat(arranged("{\"b\":{\"d\":[{\"f\":1,\"e\":\"}\"}],\"c\":2},\"ab\":null,\"a\":-3}"))
        .isEqualTo("{\"a\":-3,\"ab\":null,\"b\":{\"c\":2,\"d\":[{\"e\":\"}\",\"f\":1}]}}");
  }

  @Test
  void what_is_taken_becomes_what_the_tree_is_written_as() {
    long seed = Long.getLong("json.seed", System.nanoTime());
    System.out.println("json.seed=" + seed);
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      JsonNode tree = JSON.valueToTree(value(random, 3));
      String arranged = arranged(JSON.writeValueAsString(tree));
      if (arranged != null) {
        taken++;
        assertThat(arranged).isEqualTo(canonical(tree));
      }
    }
    assertThat(taken).isBetween(2_000, 18_000);
  }

  /** None where it is refused. */
  private static @Nullable String canonical(JsonNode tree) {
    try {
      return CanonicalJson.text(tree);
    } catch (SerializationException e) {
      return null;
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> TEXTS.get(random.nextInt(TEXTS.size()));
      case 1 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
      case 2 -> random.nextBoolean();
      case 3 -> List.of(value(random, depth - 1), value(random, depth - 1));
      default -> object(random, depth - 1);
    };
  }

  private static Map<String, Object> object(Random random, int depth) {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    Map<String, Object> object = new LinkedHashMap<>();
    names.subList(0, random.nextInt(4)).forEach(name -> object.put(name, value(random, depth)));
    return object;
  }
}
