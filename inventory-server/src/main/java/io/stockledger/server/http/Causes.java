package io.stockledger.server.http;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A failure and what caused it. */
public final class Causes {
  /** Causes may go in circles. */
  private static final int DEEPEST = 20;

  private Causes() {}

  /** Outermost first. */
  public static Stream<Throwable> of(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, Objects::nonNull, cause -> Objects.requireNonNull(cause).getCause())
        .limit(DEEPEST)
        .map(Objects::requireNonNull);
  }
}
