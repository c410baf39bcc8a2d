package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stockledger.server.ServerApplication;
import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Imports real order lines into a real server. The file is no part of the project: it is looked for
 * beside it, and the test is left out where it is missing. The system property {@code import.lines}
 * says how many lines, {@code all} for the whole file.
 */
@DirtiesContext // the database is stopped before its directory is deleted
@SpringBootTest(
    classes = ServerApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Execution(ExecutionMode.CONCURRENT)
class OnlineRetailImportTest {
  private static final String LOCATION = "ONLINE-RETAIL";

  @TempDir private static Path dataDir;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("stockledger.data-dir", dataDir::toString);
  }

  @BeforeAll
  static void theFileIsThere() {
    assumeTrue(
        RetailFile.path() != null,
        "LEFT OUT: shared/data/uci-online-retail is not beside the project");
  }

  @Test
  void each_sku_ends_where_a_fold_of_the_file_ends_and_a_second_import_changes_nothing()
      throws IOException {
    long lines = lines();

    String report = runImport(lines);
    System.out.println(report);
    assertThat(onHand()).isEqualTo(RetailFile.fold(lines));
    long head = position();

    String again = runImport(lines);
    assertThat(again).contains("answered again");
    assertThat(position()).as("head of the ledger after the second import").isEqualTo(head);
    assertThat(onHand()).isEqualTo(RetailFile.fold(lines));
  }

  private static long lines() {
    String lines = System.getProperty("import.lines", "1500");
    return lines.equals("all") ? Long.MAX_VALUE - 1 : Long.parseLong(lines);
  }

  private String runImport(long lines) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>();
    args.addAll(List.of("--file", String.valueOf(RetailFile.path()), "--format", "online-retail"));
    args.addAll(List.of("--register", "--url", server().toString()));
    args.addAll(List.of("--data-dir", dataDir.toString(), "--limit", Long.toString(lines + 1)));
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int status = ImportCommand.run(args, out);
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(status).as(printed).isZero();
    return printed;
  }

  private Map<String, Long> onHand() throws IOException {
    Map<String, Long> units = new TreeMap<>();
    String cursor = "";
    while (true) {
      JsonNode page = read("/v1/on-hand?limit=1000&location=" + LOCATION + cursor);
      for (JsonNode item : page.path("items")) {
        units.put(item.path("sku").asString(), item.path("onHand").asLong());
      }
      if (!page.has("next")) {
        return units;
      }
      cursor = "&cursor=" + page.path("next").asString();
    }
  }

  private long position() throws IOException {
    return read("/v1/ledger?after=0&limit=1").path("position").asLong();
  }

  /** Reads what the ledger holds now: a read of the ledger itself says how far that is. */
  private JsonNode read(String path) throws IOException {
    String bearer = Files.readString(dataDir.resolve("importer.key")).strip();
    try (LedgerClient ledger = new LedgerClient(server(), 1)) {
      Answer head = ledger.send(Call.get("/v1/ledger?after=0&limit=1", bearer));
      long position = head.body().path("position").asLong();
      Answer answer = ledger.send(Call.get(path, bearer).atLeast(position));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      return answer.body();
    }
  }

  private URI server() {
    return URI.create("http://localhost:" + port);
  }
}
