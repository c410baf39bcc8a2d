package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry from files, and movements that name things as other systems do. */
class RegistryImportTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private int imported(RunningServer server, String format, String content) throws IOException {
    Path file = folder.resolve(UUID.randomUUID() + ".csv");
    Files.writeString(file, content);
    return ImportCommand.run(
        List.of(
            "--file",
            file.toString(),
            "--format",
            format,
            "--results",
            folder.resolve("results").toString(),
            "--url",
            "http://127.0.0.1:" + server.port(),
            "--data-dir",
            server.data().toString()),
        out);
  }

  private String read(RunningServer server, String path) throws Exception {
    return server
        .send(
            server
                .request(server.operatorKey(), path)
                .header("Ledger-Min-Position", Long.toString(server.headPosition()))
                .GET()
                .build())
        .whole()
        .body();
  }

  @Test
  void a_file_says_of_a_place_all_that_a_put_says() throws Exception {
    RunningServer server = RunningServer.shared();
    String id = UUID.randomUUID().toString();
    String places =
        """
        location,name,kind,timeZone,latitude,longitude,opening,countAccuracyPerMille,transferTimes,groups,sources,pool,poolLocations
        ALL-$,All,virtual,,,,,,,,,sum,P-$|Q-$
        P-$,One,store,Europe/London,51.5,-0.14,monday-tuesday 09:00-18:00/15:00|SUNDAY 11:00-16:00,985,PT48H|Q-$=PT4H,UK|SOUTH,count=PT24H|A\\|B=PT2H/PT15M,,
        Q-$,Two,virtual,,,,,,,,,ring-fenced,
        """
            .replace("$", id);

    assertThat(imported(server, "locations", places))
        .as(bytes.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(read(server, "/v1/locations/P-" + id))
        .contains(
            "\"coordinates\":{\"latitude\":51.5,\"longitude\":-0.14}",
            "{\"day\":\"TUESDAY\",\"opens\":\"09:00\",\"closes\":\"18:00\",\"cutOff\":\"15:00\"}",
            "{\"day\":\"SUNDAY\",\"opens\":\"11:00\",\"closes\":\"16:00\"}",
            "\"countAccuracyPerMille\":985",
            "[{\"takes\":\"PT48H\"},{\"to\":\"Q-" + id + "\",\"takes\":\"PT4H\"}]",
            "\"groups\":[\"UK\",\"SOUTH\"]",
            "{\"source\":\"A|B\",\"standsFor\":\"PT2H\",\"reportsEvery\":\"PT15M\"}");
    assertThat(read(server, "/v1/locations/ALL-" + id))
        .contains("\"pool\":{\"kind\":\"sum\",\"locations\":[\"P-" + id + "\",\"Q-" + id + "\"]}");
    assertThat(read(server, "/v1/locations/Q-" + id))
        .contains("\"pool\":{\"kind\":\"ring-fenced\"}");
  }

  @Test
  void what_is_wrong_is_told_by_line_and_column_and_nothing_of_such_a_line_is_put()
      throws Exception {
    RunningServer server = RunningServer.shared();
    String id = UUID.randomUUID().toString();
    String places =
        """
        location,name,kind,opening,sources,latitude,longitude,aliases
        A-$,A,store,MONDAY 9-5 o'clock,count,north,1,
        B-$,B,store,MONDAY 09:00-18:00|MONDAY 17:00-19:00,,91,1,
        C-$,C,store,,,,,E-$:1
        D-$,D,store,,,,,F-$:1|E-$:1
        """
            .replace("$", id);

    assertThat(imported(server, "locations", places)).isEqualTo(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains(
            "line 2: ",
            "latitude: not a number: north",
            "opening, value 1: not like MONDAY-FRIDAY 09:00-18:00/15:00: MONDAY 9-5 o'clock",
            "sources, value 1: not like WMS=PT2H/PT15M: count",
            "line 3, put: invalid-request: ",
            "latitude: must be from -90 to 90 degrees",
            "opening, value 2: overlaps");
    String results = Files.readString(folder.resolve("results"));
    String last = results.contains("5,refused") ? "D" : "C";
    assertThat(results)
        .contains("line,result", "2,bad,", "3,refused,\"invalid-request: ", ",accepted,\"\"")
        .containsPattern("(4|5),refused,\"commands-refused: aliases, value [12]: ");
    for (String none : List.of("A", "B", last)) {
      assertThat(server.get(server.operatorKey(), "/v1/locations/" + none + "-" + id).status())
          .as(none)
          .isEqualTo(404);
    }
  }

  @Test
  void places_products_and_then_what_happened_to_them() throws Exception {
    RunningServer server = RunningServer.shared();
    String id = UUID.randomUUID().toString();
    String places =
        "location,name,kind,groups,aliases\nP-%s,One,store,UK|SOUTH,E-%s:GB/7\n".formatted(id, id);
    String products =
        "sku,name,gtin,aliases\nS-%s,Thing,,E-%s:100/1\nT-%s,Wrong,4006381333930,\n"
            .formatted(id, id, id);
    String movements =
        "type,location,sku,quantity\nreceive,E-%s:GB/7,E-%s:100/1,3\n".formatted(id, id);

    assertThat(imported(server, "locations", places))
        .as(bytes.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(imported(server, "products", products)).isEqualTo(1);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("line 3, put: wrong-check-digit: gtin: has a wrong check digit");
    assertThat(imported(server, "csv", movements))
        .as(bytes.toString(StandardCharsets.UTF_8))
        .isZero();
    String seen =
        server
            .send(
                server
                    .request(server.operatorKey(), "/v1/stock/P-" + id + "/S-" + id)
                    .header("Ledger-Min-Position", Long.toString(server.headPosition()))
                    .GET()
                    .build())
            .whole()
            .body();
    assertThat(seen).contains("\"onHand\":3");
  }
}
