package io.stockledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.stock.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was stored once must load for ever: a golden file per event and revision. A golden file is
 * never edited; a change that breaks one needs a new revision.
 */
class StoredEventsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  @Test
  void every_event_has_an_example() {
    assertThat(EventExamples.all().stream().map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(EventCatalogue.all());
  }

  @Test
  void no_two_events_share_a_name() {
    assertThat(EventCatalogue.all().stream().map(type -> EventCatalogue.nameOf(type).value()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_event_is_written_as_its_golden_file_says(LedgerEvent event) {
    String written =
        JSON.writeValueAsString(JSON.<tools.jackson.databind.JsonNode>valueToTree(event));

    assertThat(written).isEqualTo(golden(event));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_golden_file_is_read_as_its_event(LedgerEvent event) {
    assertThat(JSON.readValue(golden(event), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("fuller")
  void what_was_added_later_is_written_and_read_as_its_golden_file(String file, LedgerEvent event) {
    String written =
        JSON.writeValueAsString(JSON.<tools.jackson.databind.JsonNode>valueToTree(event));

    assertThat(written).isEqualTo(goldenFile(file));
    assertThat(JSON.readValue(goldenFile(file), event.getClass())).isEqualTo(event);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_catalogue_in_the_docs_names_every_field(LedgerEvent event) throws IOException {
    String docs = Files.readString(Path.of("..", "docs", "events.md"));
    String name = EventCatalogue.nameOf(event.getClass()).value();
    assertThat(docs).contains("### `" + name + "`");
    int start = docs.indexOf("### `" + name + "`");
    int end = docs.indexOf("\n### ", start + 1);
    String section = docs.substring(start, end < 0 ? docs.length() : end);

    assertThat(section).contains(fields(event.getClass()));
  }

  /** The fields of every entry stand in a table of their own; those of others are named. */
  private static List<String> fields(Class<?> event) {
    return Arrays.stream(event.getRecordComponents())
        .filter(component -> component.getType() != Entry.class)
        .flatMap(
            component ->
                component.getAccessor().getAnnotation(JsonUnwrapped.class) == null
                    ? Stream.of(component)
                    : Arrays.stream(component.getType().getRecordComponents()))
        .map(RecordComponent::getName)
        .filter(field -> !field.equals("occurredAt") && !field.equals("recordedAt"))
        .map(field -> "`" + field + "`")
        .collect(Collectors.toList());
  }

  static Stream<Arguments> fuller() {
    return EventExamples.fuller().entrySet().stream()
        .map(one -> Arguments.of(one.getKey(), one.getValue()));
  }

  static Stream<LedgerEvent> examples() {
    return EventExamples.all().stream();
  }

  private static String golden(LedgerEvent event) {
    EventName name = EventCatalogue.nameOf(event.getClass());
    return goldenFile(name.value() + "." + name.revision());
  }

  private static String goldenFile(String name) {
    String file = "/events/" + name + ".json";
    try (InputStream in = StoredEventsTest.class.getResourceAsStream(file)) {
      assertThat(in).as("golden file %s", file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
