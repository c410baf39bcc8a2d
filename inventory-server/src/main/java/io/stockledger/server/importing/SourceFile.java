package io.stockledger.server.importing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** A file of lines in UTF-8, compressed with gzip if its name ends in {@code .gz}. */
final class SourceFile {
  private final Path path;

  SourceFile(Path path) {
    this.path = path;
  }

  /**
   * The first 16 hexadecimal digits of the SHA-256 of its uncompressed content and of {@code
   * circumstances}, such as the location that it is imported to.
   */
  String digest(String circumstances) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    sha.update(circumstances.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    try (InputStream in = open()) {
      byte[] part = new byte[65_536];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        sha.update(part, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
  }

  /** Gives every line with its number, from 1. */
  void lines(Format.LineConsumer consumer) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        boolean marked = number == 1 && line.startsWith("\uFEFF");
        consumer.accept(number, marked ? line.substring(1) : line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path));
    return path.toString().endsWith(".gz") ? new GZIPInputStream(in, 65_536) : in;
  }
}
