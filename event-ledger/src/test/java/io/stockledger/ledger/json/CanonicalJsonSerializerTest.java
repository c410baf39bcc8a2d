package io.stockledger.ledger.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonSerializerTest {

  record Counted(String sku, long quantity, @Nullable String note, Instant at, Duration within) {}

  record Small(int number) {}

  private final CanonicalJsonSerializer serializer =
      new CanonicalJsonSerializer(
          EventNames.of(Map.of(Counted.class, new EventName("stock.counted", 2))));

  private String json(Object value) {
    return serializer.serialize(value, String.class).getData();
  }

  @Test
  void properties_are_sorted_and_types_have_stable_names() {
    Counted counted =
        new Counted("S", 3, null, Instant.parse("2026-11-23T10:15:00Z"), Duration.ofMinutes(5));
    var stored = serializer.serialize(counted, byte[].class);
    assertThat(new String(stored.getData(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"at\":\"2026-11-23T10:15:00Z\",\"note\":null,\"quantity\":3,\"sku\":\"S\","
                + "\"within\":\"PT5M\"}");
    assertThat(stored.getType().getName()).isEqualTo("stock.counted");
    assertThat(stored.getType().getRevision()).isEqualTo("2");
    Object read = serializer.deserialize(stored);
    assertThat(read).isEqualTo(counted);
  }

  @Test
  void a_snapshot_is_written_as_it_comes_and_each_reads_what_the_other_wrote() {
    Counted counted =
        new Counted("S", 3, null, Instant.parse("2026-11-23T10:15:00Z"), Duration.ZERO);
    CanonicalJsonSerializer snapshots = serializer.forSnapshots();
    var plain = snapshots.serialize(counted, byte[].class);
    assertThat(new String(plain.getData(), StandardCharsets.UTF_8)).startsWith("{\"sku\":");
    assertThat(plain.getType()).isEqualTo(serializer.typeForClass(Counted.class));
    Object fromPlain = serializer.deserialize(plain);
    assertThat(fromPlain).isEqualTo(counted);
    Object fromCanonical = snapshots.deserialize(serializer.serialize(counted, byte[].class));
    assertThat(fromCanonical).isEqualTo(counted);
  }

  @Test
  void text_is_escaped_as_rfc_8785_wants_it() {
    assertThat(json("\u0001\u001f\b\t\n\f\r\"\\/é\u2028😀"))
        .isEqualTo("\"\\u0001\\u001f\\b\\t\\n\\f\\r\\\"\\\\/é\u2028😀\"");
  }

  @Test
  void keys_are_sorted_by_utf_16_code_units() {
    assertThat(json(Map.of("\ufb33", "1", "😀", "2", "a", "3", "", "4")))
        .isEqualTo("{\"\":\"4\",\"a\":\"3\",\"😀\":\"2\",\"\ufb33\":\"1\"}");
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 53) - 1, -(1L << 53) + 1, 0})
  void whole_numbers_below_two_to_the_53_are_stored(long number) {
    assertThat(json(List.of(number))).isEqualTo("[" + number + "]");
  }

  @Test
  void what_others_would_read_differently_is_refused() {
    for (Object value :
        List.of(1L << 53, -(1L << 53), Long.MAX_VALUE, 0.5, 1.0, "a\0b", "\ud800", "\udc00x")) {
      assertThatThrownBy(() -> json(List.of(value))).isInstanceOf(SerializationException.class);
    }
    assertThatThrownBy(() -> json(Map.of("\0", "x"))).isInstanceOf(SerializationException.class);
  }

  @Test
  void metadata_are_strings() {
    var stored = serializer.serialize(MetaData.with("b", "1").and("a", "2"), String.class);
    assertThat(stored.getData()).isEqualTo("{\"a\":\"2\",\"b\":\"1\"}");
    Object read = serializer.deserialize(stored);
    assertThat(read).isEqualTo(MetaData.with("b", "1").and("a", "2"));
    assertThatThrownBy(() -> serializer.serialize(MetaData.with("n", 1), String.class))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void reading_tolerates_what_is_unknown_or_missing() {
    Object read =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                "{\"later\":1}", String.class, Small.class.getName(), null));
    assertThat(read).isEqualTo(new Small(0));
  }

  @Test
  void a_revision_that_nobody_knows_is_left_unread() {
    Object read =
        serializer.deserialize(
            new SimpleSerializedObject<>("{}", String.class, "stock.counted", "3"));
    assertThat(read).isInstanceOf(UnknownSerializedType.class);
  }
}
