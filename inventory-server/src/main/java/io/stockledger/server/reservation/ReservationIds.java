package io.stockledger.server.reservation;

import io.stockledger.server.http.Write;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Ids of reservations that bring none: in the order of time, so that they lie together in the
 * ledger's tables, then 80 random bits.
 */
public final class ReservationIds {
  private static final RandomGenerator RANDOM = new SecureRandom();
  private static final HexFormat HEX = HexFormat.of();

  private ReservationIds() {}

  /** The given one, or one of the moment the request came. */
  public static String orNew(@Nullable String given, Write write) {
    return given == null ? next(write.at().toEpochMilli()) : given;
  }

  private static String next(long epochMillis) {
    byte[] random = new byte[10];
    RANDOM.nextBytes(random);
    return HEX.toHexDigits(epochMillis, 12) + "-" + HEX.formatHex(random);
  }
}
