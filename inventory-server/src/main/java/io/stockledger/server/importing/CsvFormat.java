package io.stockledger.server.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The importer's own CSV; the first line names the columns, in any order. */
final class CsvFormat implements Format {
  private final List<String> known;
  private final Function<Map<String, String>, Parsed> meaning;
  private List<String> columns = List.of();

  /**
   * Opening stock and movements.
   *
   * @param location of lines that name none; empty for none
   */
  CsvFormat(String location) {
    this(MovementFields.NAMES, fields -> MovementFields.parse(fields, location));
  }

  private CsvFormat(List<String> known, Function<Map<String, String>, Parsed> meaning) {
    this.known = known;
    this.meaning = meaning;
  }

  static CsvFormat ofLocations() {
    return new CsvFormat(RegistryFields.OF_LOCATIONS, RegistryFields::location);
  }

  static CsvFormat ofProducts() {
    return new CsvFormat(RegistryFields.OF_PRODUCTS, RegistryFields::product);
  }

  @Override
  public Parsed parse(long number, String line) {
    if (line.isBlank()) {
      return new Parsed.Nothing();
    }
    Optional<List<String>> fields = CsvLine.fields(line);
    if (fields.isEmpty()) {
      return new Parsed.Bad("not CSV");
    }
    if (columns.isEmpty()) {
      return heading(fields.get());
    }
    if (fields.get().size() != columns.size()) {
      return new Parsed.Bad(
          "has %d fields instead of %d".formatted(fields.get().size(), columns.size()));
    }
    Map<String, String> byName = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      String value = fields.get().get(i).strip();
      if (!value.isEmpty()) {
        byName.put(columns.get(i), value);
      }
    }
    return meaning.apply(byName);
  }

  private Parsed heading(List<String> names) {
    List<String> stripped = names.stream().map(String::strip).toList();
    if (!known.containsAll(stripped)) {
      throw new IllegalArgumentException(
          "the first line must name columns out of " + known + ", not " + stripped);
    }
    columns = stripped;
    return new Parsed.Nothing();
  }
}
