package io.stockledger.benchmarks.crash.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A history as a directory of NDJSON files, one for each kind of line. */
public final class HistoryFiles {
  private static final JsonMapper JSON = JsonMapper.shared();

  private HistoryFiles() {}

  public static void write(Path directory, History history) throws IOException {
    Files.createDirectories(directory);
    write(directory, "notes", history.notes());
    write(directory, "attempts", history.attempts());
    write(directory, "lookups", history.lookups());
    write(directory, "events", history.events());
    write(directory, "receipts", history.receipts());
    write(directory, "reads", history.reads());
  }

  private static void write(Path directory, String kind, List<?> lines) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file(directory, kind))) {
      for (Object line : lines) {
        out.write(JSON.writeValueAsString(line));
        out.newLine();
      }
    }
  }

  public static History read(Path directory) throws IOException {
    return new History(
        read(directory, "notes", Note.class),
        read(directory, "attempts", Attempt.class),
        read(directory, "lookups", Lookup.class),
        read(directory, "events", StoredEvent.class),
        read(directory, "receipts", StoredReceipt.class),
        read(directory, "reads", ItemRead.class));
  }

  private static <T> List<T> read(Path directory, String kind, Class<T> type) throws IOException {
    try (Stream<String> lines = Files.lines(file(directory, kind))) {
      return lines.map(line -> JSON.readValue(line, type)).toList();
    }
  }

  private static Path file(Path directory, String kind) {
    return directory.resolve(kind + ".ndjson");
  }
}
