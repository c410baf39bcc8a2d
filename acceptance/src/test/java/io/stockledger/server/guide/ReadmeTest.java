package io.stockledger.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells a stranger to type works as it stands there. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(# [^\\n]*)\\n(.*?)^```$");

  @Test
  void there_are_two_set_up_commands() throws IOException {
    assertThat(blocks().stream().map(block -> block.group(1)).filter(t -> t.contains("set-up:")))
        .containsExactly("# set-up: run", "# set-up: test");
  }

  @Test
  void the_walk_through_walks() throws IOException, InterruptedException {
    RunningServer server = RunningServer.shared();
    String commands =
        blocks().stream()
            .filter(block -> block.group(1).equals("# walk-through"))
            .map(block -> block.group(2))
            .findFirst()
            .orElseThrow();
    ProcessBuilder shell = new ProcessBuilder("bash", "-euc", commands).redirectErrorStream(true);
    shell.environment().put("URL", server.request(null, "/v1").build().uri().toString());
    shell.environment().put("OPERATOR", server.operatorKey());
    Process process = shell.start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said).hasSize(12);
    assertThat(said.get(4)).contains("\"stock.set-aside\"").contains("\"available\":5");
    assertThat(said.get(5))
        .contains("/problems/insufficient-stock")
        .contains("\"requested\":6,\"available\":5")
        .isEqualTo(said.get(6));
    assertThat(said.get(7)).contains("\"onHand\":12").contains("\"available\":5");
    assertThat(said.get(8)).startsWith("version,position,type");
    assertThat(said.get(11)).contains("stock.set-aside");
  }

  private static List<MatchResult> blocks() throws IOException {
    return BLOCK.matcher(Files.readString(Path.of("..", "README.md"))).results().toList();
  }
}
