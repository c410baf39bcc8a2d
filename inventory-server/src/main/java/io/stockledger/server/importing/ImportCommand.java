package io.stockledger.server.importing;

import io.stockledger.server.client.LedgerClient;
import io.stockledger.server.client.Ticker;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sub-command {@code import}: opening stock and movements, or locations or products, from a
 * file to a running ledger, over HTTP.
 */
public final class ImportCommand {
  private static final int CONNECTIONS = 32;
  private static final Duration PERIOD_OF_PROGRESS = Duration.ofSeconds(5);

  private ImportCommand() {}

  /**
   * @param args as {@link ImportOptions#USAGE} says
   * @return exit code: 0 when every line was understood and accepted, 1 when some were not, 2 when
   *     nothing could be begun
   */
  public static int run(List<String> args) {
    return run(args, System.out);
  }

  static int run(List<String> args, PrintStream out) {
    try {
      ImportOptions options = ImportOptions.parse(args);
      String template = options.template();
      return template == null ? run(options, out) : print(template, out);
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      out.println(ImportOptions.USAGE);
      return 2;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      out.println("The import was broken off: " + e.getMessage() + ". Run it again to go on.");
      return 2;
    }
  }

  private static int print(String format, PrintStream out) {
    out.print(
        Template.of(format)
            .orElseThrow(() -> new IllegalArgumentException("no template: " + format)));
    return 0;
  }

  private static int run(ImportOptions options, PrintStream out) throws IOException {
    Path path = options.file();
    if (path == null) {
      throw new IllegalArgumentException("--file is missing");
    }
    SourceFile file = new SourceFile(path);
    String digest = file.digest(options.format() + " " + options.location());
    Format format = format(options, digest);
    try (Results results = new Results(options.results())) {
      ImportReport report = new ImportReport(results);
      Importer importer = new Importer(file, format, report, options.limit());
      if (options.dryRun()) {
        importer.readOnly();
      } else {
        send(options, importer, report, digest, out);
      }
      report.print(out, format.invented(), options.dryRun());
      return report.allIsWell() ? 0 : 1;
    }
  }

  private static void send(
      ImportOptions options, Importer importer, ImportReport report, String digest, PrintStream out)
      throws IOException {
    Ticker progress = new Ticker(PERIOD_OF_PROGRESS, () -> report.progress(out));
    try (LedgerClient ledger = new LedgerClient(options.server(), CONNECTIONS)) {
      String bearer = ImporterKey.ensure(ledger, options);
      @Nullable Registrar registrar =
          options.register() ? new Registrar(ledger, bearer, digest, report) : null;
      importer.send(ledger, bearer, digest, registrar);
    } finally {
      progress.close();
    }
  }

  private static Format format(ImportOptions options, String digest) {
    return switch (options.format()) {
      case "ndjson" -> new NdjsonFormat(options.location());
      case "locations" -> CsvFormat.ofLocations();
      case "products" -> CsvFormat.ofProducts();
      case "online-retail" -> new OnlineRetailFormat(options.location(), "import-" + digest);
      default -> new CsvFormat(options.location());
    };
  }
}
