package io.stockledger.server.importing;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * Splits one line of CSV (RFC 4180) into its fields. Lines are read one by one, so that a broken
 * one breaks no other; a quoted field therefore ends on its line.
 */
final class CsvLine {
  private static final ObjectReader READER =
      new CsvMapper().readerFor(String[].class).with(CsvReadFeature.WRAP_AS_ARRAY);

  private CsvLine() {}

  /** Empty when the line is not CSV, such as one with a quote that does not end. */
  static Optional<List<String>> fields(String line) {
    if (line.isBlank() || line.chars().filter(c -> c == '"').count() % 2 != 0) {
      return Optional.empty();
    }
    try (MappingIterator<String[]> rows = READER.readValues(line)) {
      return rows.hasNext() ? Optional.of(List.of(rows.next())) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
