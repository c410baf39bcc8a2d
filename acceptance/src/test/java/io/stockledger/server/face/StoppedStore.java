package io.stockledger.server.face;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server's own PostgreSQL: killed without warning, and started again as it was. */
final class StoppedStore {
  private final Path data;
  private final List<String> command = new ArrayList<>();

  private StoppedStore(Path data) {
    this.data = data;
  }

  /** Kills the postmaster; its children follow it by themselves. */
  static StoppedStore kill(Path serverData) throws Exception {
    Path data = serverData.resolve("postgres");
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst());
    StoppedStore store = new StoppedStore(data);
    if (System.getProperty("user.name").equals("root")) {
      // PostgreSQL refuses to run as root, so it runs in a user namespace of its own
      store.command.addAll(List.of("unshare", "-U"));
    }
    String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
    store.command.addAll(List.of(line.split("\0", 0)));
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get();
    return store;
  }

  /** On the same data and the same port. */
  void start() throws IOException {
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(data.resolve("restart.log").toFile())
        .start();
  }

  String log() throws IOException {
    Path log = data.resolve("restart.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }
}
