package io.stockledger.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  @TempDir private Path folder;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void a_dry_run_names_bad_lines_by_number_and_goes_on() throws IOException {
    Path file = folder.resolve("stock.csv");
    Files.writeString(file, "type,location,sku,quantity\ncount,W,A,12\ncount,W,B,x\npick,W,A,1\n");

    int status = ImportCommand.run(List.of("--file", file.toString(), "--dry-run"), out);

    assertThat(status).isEqualTo(1);
    assertThat(printed()).contains("line 3: quantity: not a whole number: x").contains("pick");
  }

  @Test
  void a_compressed_file_is_the_same_file() throws IOException {
    Path plain = folder.resolve("stock.csv");
    Path compressed = folder.resolve("stock.csv.gz");
    Files.writeString(plain, "type,location,sku,quantity\ncount,W,A,12\n");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(plain, gzip);
    }

    assertThat(new SourceFile(compressed).digest("W")).isEqualTo(new SourceFile(plain).digest("W"));
    assertThat(new SourceFile(plain).digest("V")).isNotEqualTo(new SourceFile(plain).digest("W"));
  }

  @Test
  void a_template_is_printed_as_it_can_be_read() {
    assertThat(ImportCommand.run(List.of("--template", "csv"), out)).isZero();
    assertThat(printed()).isEqualTo(Template.of("csv").orElseThrow());
  }

  @Test
  void a_wrong_option_is_named_and_the_usage_told() {
    assertThat(ImportCommand.run(List.of("--fiel", "x"), out)).isEqualTo(2);
    assertThat(printed()).contains("--fiel").contains("--register");
  }

  @Test
  void a_file_that_is_not_there_is_no_stack_trace() {
    int status = ImportCommand.run(List.of("--file", "no-such-file", "--dry-run"), out);

    assertThat(status).isEqualTo(2);
    assertThat(printed()).contains("no-such-file");
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
