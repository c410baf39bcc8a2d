package io.stockledger.server.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The importer's own CSV; the first line names the columns, in any order. */
final class CsvFormat implements Format {
  private final String location;
  private List<String> columns = List.of();

  /**
   * @param location of lines that name none; empty for none
   */
  CsvFormat(String location) {
    this.location = location;
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
    return MovementFields.parse(byName, location);
  }

  private Parsed heading(List<String> names) {
    List<String> stripped = names.stream().map(String::strip).toList();
    if (!MovementFields.NAMES.containsAll(stripped)) {
      throw new IllegalArgumentException(
          "the first line must name columns out of " + MovementFields.NAMES + ", not " + stripped);
    }
    columns = stripped;
    return new Parsed.Nothing();
  }
}
