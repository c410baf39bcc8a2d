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
            "--url",
            "http://127.0.0.1:" + server.port(),
            "--data-dir",
            server.data().toString()),
        out);
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
        .contains("line 3, put")
        .contains("must be 1");
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
