package io.stockledger.benchmarks.crash.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file system of limited size, in memory: what is on it is not durable, but it can be full. Needs
 * the right to mount.
 */
public final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTES = 224;
  private static final byte[] BLOCK = new byte[64 * 1024];

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /**
   * @throws IOException where one may not mount
   */
  static SmallDisk mount(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", directory.toString());
    return new SmallDisk(directory);
  }

  /** Whether one may mount here: tries it. */
  static boolean isPossible(Path directory) throws InterruptedException {
    try (SmallDisk disk = mount(directory)) {
      return Files.isDirectory(disk.directory);
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
  }

  Path directory() {
    return directory;
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  /** Takes all the room there is. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(filler())) {
      while (true) {
        out.write(BLOCK);
      }
    } catch (IOException full) {
      // which was the purpose
    }
  }

  /** Gives it back. */
  public void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  @Override
  public void close() {
    try {
      run("umount", directory.toString());
    } catch (IOException e) {
      throw new IllegalStateException(directory + " is still mounted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
