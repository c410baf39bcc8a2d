package io.stockledger.query.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stamps of answers: equal for equal content. */
public final class Stamps {
  private static final int BYTES = 12;

  private Stamps() {}

  /** Of one item: its version, and how many lines ran out since without an entry of it. */
  public static String of(long version, long unrecordedExpiries) {
    return unrecordedExpiries == 0 ? "v" + version : "v" + version + "-" + unrecordedExpiries;
  }

  /** Of anything that says in {@code toString} all that it is, such as a list of records. */
  public static String of(Object content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
