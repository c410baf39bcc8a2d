package io.stockledger.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The generated passwords of the embedded database, in a file that only its owner can read. */
final class Passwords {
  private static final String FILE = "postgres.passwords";
  private static final int BYTES = 24;

  private final Properties byRole;

  private Passwords(Properties byRole) {
    this.byRole = byRole;
  }

  static Passwords in(Path directory) {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      generate(file);
    }
    Properties byRole = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      byRole.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    return new Passwords(byRole);
  }

  private static void generate(Path file) {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (String role : List.of("postgres", Roles.OWNER, Roles.APP, Roles.KEEPER)) {
      byte[] bytes = new byte[BYTES];
      random.nextBytes(bytes);
      text.append(role).append('=').append(HexFormat.of().formatHex(bytes)).append('\n');
    }
    DataDirectory.writeSecret(file, text.toString());
  }

  String of(String role) {
    String password = byRole.getProperty(role);
    if (password == null) {
      throw new IllegalStateException(FILE + " has no password for " + role);
    }
    return password;
  }
}
