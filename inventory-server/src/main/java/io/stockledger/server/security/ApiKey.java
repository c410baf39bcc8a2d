package io.stockledger.server.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An API key, {@code slk_<credentialId>_<secret>}. The secret has 256 random bits, so that a plain
 * SHA-256 of it is as good as a slow hash; only the hash is ever stored.
 */
public record ApiKey(String credentialId, String secret) {
  private static final Pattern FORM = Pattern.compile("slk_([a-z0-9]{16})_([0-9a-f]{64})");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  public static ApiKey random() {
    return new ApiKey(randomHex(ID_BYTES), randomHex(SECRET_BYTES));
  }

  public static Optional<ApiKey> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new ApiKey(form.group(1), form.group(2)))
        : Optional.empty();
  }

  /** SHA-256 of the secret, hex. */
  public String secretHash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Compares in a time that tells nothing about where they differ. */
  public boolean hashesTo(String knownHash) {
    return MessageDigest.isEqual(
        secretHash().getBytes(StandardCharsets.US_ASCII),
        knownHash.getBytes(StandardCharsets.US_ASCII));
  }

  /** The key as its owner keeps it. */
  public String text() {
    return "slk_" + credentialId + "_" + secret;
  }

  /** Never the secret, lest it lands in a log. */
  @Override
  public String toString() {
    return "slk_" + credentialId + "_…";
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
