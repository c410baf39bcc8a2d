package io.stockledger.server.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of every line, as CSV: {@code line,result,why}, in the order in which that is known.
 * Safe for use by many threads.
 */
final class Results implements AutoCloseable {
  private final @Nullable Writer out;

  /**
   * @param file none: nothing is written
   */
  Results(@Nullable Path file) throws IOException {
    out = file == null ? null : Files.newBufferedWriter(file);
    add("line", "result", "why");
  }

  void add(long line, String result, String why) {
    add(Long.toString(line), result, why);
  }

  private synchronized void add(String line, String result, String why) {
    if (out == null) {
      return;
    }
    try {
      out.write(line + "," + result + ",\"" + why.replace("\"", "\"\"") + "\"\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the results", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
