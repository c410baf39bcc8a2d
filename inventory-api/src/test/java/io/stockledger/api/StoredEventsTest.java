package io.stockledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

  private static List<String> fields(Class<?> event) {
    return Arrays.stream(event.getRecordComponents())
        .filter(component -> component.getAccessor().getAnnotation(JsonUnwrapped.class) == null)
        .map(RecordComponent::getName)
        .filter(field -> !field.equals("occurredAt") && !field.equals("recordedAt"))
        .map(field -> "`" + field + "`")
        .collect(Collectors.toList());
  }

  static Stream<LedgerEvent> examples() {
    return EventExamples.all().stream();
  }

  private static String golden(LedgerEvent event) {
    EventName name = EventCatalogue.nameOf(event.getClass());
    String file = "/events/" + name.value() + "." + name.revision() + ".json";
    try (InputStream in = StoredEventsTest.class.getResourceAsStream(file)) {
      assertThat(in).as("golden file %s", file).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
