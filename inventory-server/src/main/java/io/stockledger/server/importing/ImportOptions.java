package io.stockledger.server.importing;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks of the importer.
 *
 * @param file to be read; none with a template
 * @param format csv, ndjson, online-retail, locations or products
 * @param location of lines that name none, empty for none
 * @param register what the file names and the ledger does not know
 * @param dryRun read and check, send nothing
 * @param limit lines to be sent, counted with the heading
 * @param keyFile holds the key of an integration credential; none: the importer has one made
 * @param dataDir of the ledger, where the operator's key is and the importer's own is kept
 * @param results where what became of each line is written, as CSV; none for nowhere
 * @param template the format of the template to print, none for none
 */
record ImportOptions(
    @Nullable Path file,
    String format,
    String location,
    boolean register,
    boolean dryRun,
    long limit,
    URI server,
    @Nullable Path keyFile,
    Path dataDir,
    @Nullable Path results,
    @Nullable String template) {
  static final String USAGE =
      """
      import --file F [--format csv|ndjson|online-retail|locations|products] [--location L]
             [--register] [--dry-run] [--limit N] [--results R] [--url http://localhost:8080]
             [--key-file K | --data-dir D]
      import --template csv|ndjson|locations|products
        --file F        .gz is read as it is
        --location L    of lines that name none
        --register      registers locations and SKUs that are new
        --dry-run       reads and checks the file, sends nothing
        --limit N       only the first N lines
        --results R     writes what became of each line to R, as CSV: line,result,why
        --key-file K    key of an integration credential; without it the importer has one made
                        with the operator's key from the data directory D (./data)
      The same file may be imported again, within 30 days: what was accepted is not done twice.\
      """;

  private static final Set<String> FORMATS =
      Set.of("csv", "ndjson", "online-retail", "locations", "products");
  private static final Set<String> FLAGS = Set.of("--register", "--dry-run");
  private static final Set<String> VALUES =
      Set.of(
          "--file",
          "--format",
          "--location",
          "--limit",
          "--results",
          "--url",
          "--key-file",
          "--data-dir",
          "--template");

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static ImportOptions parse(List<String> args) {
    Map<String, String> given = new HashMap<>();
    Iterator<String> rest = args.iterator();
    while (rest.hasNext()) {
      String name = rest.next();
      if (FLAGS.contains(name)) {
        given.put(name, "");
      } else if (VALUES.contains(name) && rest.hasNext()) {
        given.put(name, rest.next());
      } else {
        throw new IllegalArgumentException("not understood: " + name);
      }
    }
    return of(given);
  }

  private static ImportOptions of(Map<String, String> given) {
    String file = given.get("--file");
    String template = given.get("--template");
    if (file == null && template == null) {
      throw new IllegalArgumentException("--file is missing");
    }
    String format = given.getOrDefault("--format", "csv");
    if (!FORMATS.contains(format)) {
      throw new IllegalArgumentException("--format is not known: " + format);
    }
    String location =
        given.getOrDefault("--location", format.equals("online-retail") ? "ONLINE-RETAIL" : "");
    if (!location.isEmpty() && !Ids.valid(location)) {
      throw new IllegalArgumentException("--location is not an id: " + location);
    }
    String results = given.get("--results");
    String keyFile = given.get("--key-file");
    return new ImportOptions(
        file == null ? null : Path.of(file),
        format,
        location,
        given.containsKey("--register"),
        given.containsKey("--dry-run"),
        limit(given.get("--limit")),
        URI.create(given.getOrDefault("--url", "http://localhost:8080")),
        keyFile == null ? null : Path.of(keyFile),
        Path.of(given.getOrDefault("--data-dir", "data")),
        results == null ? null : Path.of(results),
        template);
  }

  private static long limit(@Nullable String text) {
    try {
      long limit = text == null ? Long.MAX_VALUE : Long.parseLong(text);
      if (limit < 1) {
        throw new IllegalArgumentException("--limit must be 1 or more: " + text);
      }
      return limit;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--limit is not a whole number: " + text, e);
    }
  }
}
