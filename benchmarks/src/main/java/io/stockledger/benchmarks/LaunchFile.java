package io.stockledger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes down the JDK and the class path it runs with. Run by the build, under the toolchain's JDK,
 * so that {@code benchmarks/run} needs no search of its own.
 */
final class LaunchFile {
  private LaunchFile() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.write(file, List.of(java.toString(), System.getProperty("java.class.path")));
  }
}
