package io.stockledger.ledger.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Makes identifiers that rise with time (UUID version 7, with fractions of the millisecond), so
 * that new ones land at the end of their index. Axon finds it as a service. They are unique, not
 * secret.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;

  @Override
  public String generateIdentifier() {
    Instant now = Instant.now();
    long nanos = ChronoUnit.NANOS.between(Instant.EPOCH, now);
    long fraction = nanos % 1_000_000 * 4096 / 1_000_000;
    long high = ((nanos / 1_000_000) << 16) | VERSION_7 | fraction;
    long low = VARIANT | (ThreadLocalRandom.current().nextLong() >>> 2);
    return new UUID(high, low).toString();
  }
}
