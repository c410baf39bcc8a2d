package io.stockledger.benchmarks.crash.site;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The embedded PostgreSQL's binaries, unpacked, and a fresh cluster made by them to copy from.
 *
 * @param postgres the server's executable
 * @param template a data directory in which no server runs
 */
record Binaries(Path postgres, Path template) {
  private static final Duration START = Duration.ofSeconds(90);

  /** Starts the embedded server once, the way the product does, and stops it again. */
  static Binaries unpack(Path directory) throws IOException {
    Path template = directory.resolve("template");
    EmbeddedPostgres once =
        EmbeddedPostgres.builder()
            .setDataDirectory(template)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setServerConfig("unix_socket_directories", "")
            .setPGStartupWait(START)
            .start();
    try {
      return new Binaries(executable(template), template);
    } finally {
      once.close();
    }
  }

  /** Where it was unpacked to, only the running process tells. */
  private static Path executable(Path data) throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(process -> process.info().command())
        .map(Path::of)
        .orElseThrow(() -> new IllegalStateException("process " + pid + " has no command"));
  }

  /** A cluster of one's own. */
  void copyTo(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(template)) {
      for (Path file : files.toList()) {
        Path copy = data.resolve(template.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.getFileName().toString().matches("postmaster\\.pid|epg-lock")) {
          Files.copy(file, copy);
        }
      }
    }
    Process chmod = new ProcessBuilder("chmod", "-R", "go-rwx", data.toString()).start();
    try {
      chmod.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
