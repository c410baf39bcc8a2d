package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoFilesTest {
  @TempDir private Path folder;

  @Test
  void a_day_that_was_broken_off_is_found_as_it_was() {
    DayPlan plan = DayPlan.beginning(Instant.parse("2026-01-05T18:00:00.5Z"), 7, 30_000, 42);
    new DemoFiles(folder).keep(plan);

    assertThat(new DemoFiles(folder).plan()).contains(plan);
  }

  @Test
  void without_a_day_there_is_none() {
    assertThat(new DemoFiles(folder).plan()).isEmpty();
  }

  @Test
  void a_list_is_found_as_it_was_until_it_is_forgotten() {
    DemoFiles files = new DemoFiles(folder);
    JsonNode sheet = JsonMapper.shared().createObjectNode().put("asOf", "now");
    files.keepSheet("one", sheet);
    assertThat(new DemoFiles(folder).sheet("one")).contains(sheet);
    assertThat(files.sheet("other")).isEmpty();

    files.forgetSheet("one");
    files.forgetSheet("one");
    assertThat(files.sheet("one")).isEmpty();
  }

  @Test
  void keys_are_for_their_owner_only() throws IOException {
    new DemoFiles(folder).keepKeys(Map.of("demo-till", "secret"));

    assertThat(new DemoFiles(folder).keys()).containsExactly(Map.entry("demo-till", "secret"));
    assertThat(Files.getPosixFilePermissions(folder.resolve("demo/keys.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
