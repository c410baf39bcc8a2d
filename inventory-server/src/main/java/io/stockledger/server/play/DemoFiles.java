package io.stockledger.server.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the demo keeps beside the ledger's data so that a day survives a crash: its plan, the keys
 * of its credentials, and the lists that associates count from. Files are readable by their owner
 * only and replaced in one step.
 */
final class DemoFiles {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path folder;

  /**
   * @param dataDir where the server keeps its data
   */
  DemoFiles(Path dataDir) {
    this.folder = dataDir.resolve("demo");
  }

  Optional<DayPlan> plan() {
    return read("day.json")
        .map(
            json ->
                new DayPlan(
                    json.path("run").asString(),
                    json.path("seed").asLong(),
                    Instant.parse(json.path("opensAt").asString()),
                    json.path("commands").asInt(),
                    json.path("after").asLong(),
                    json.path("finished").asBoolean()));
  }

  void keep(DayPlan plan) {
    ObjectNode json = JSON.createObjectNode();
    json.put("run", plan.run());
    json.put("seed", plan.seed());
    json.put("opensAt", plan.opensAt().toString());
    json.put("commands", plan.commands());
    json.put("after", plan.after());
    json.put("finished", plan.finished());
    write("day.json", json);
  }

  /** A list that somebody works from, as it was when it was kept. */
  Optional<JsonNode> sheet(String name) {
    return read(sheetFile(name));
  }

  void keepSheet(String name, JsonNode sheet) {
    write(sheetFile(name), sheet);
  }

  /** When nobody needs it any more. */
  void forgetSheet(String name) {
    Path file = folder.resolve(sheetFile(name));
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private static String sheetFile(String name) {
    return "sheet-" + name + ".json";
  }

  /** Keys by client. */
  Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    read("keys.json")
        .ifPresent(json -> json.properties().forEach(e -> keys.put(e.getKey(), text(e))));
    return keys;
  }

  void keepKeys(Map<String, String> keys) {
    ObjectNode json = JSON.createObjectNode();
    keys.forEach(json::put);
    write("keys.json", json);
  }

  private static String text(Map.Entry<String, JsonNode> entry) {
    return entry.getValue().asString();
  }

  private Optional<JsonNode> read(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readTree(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void write(String name, JsonNode json) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Path fresh =
          Files.createTempFile(
              folder,
              name,
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
