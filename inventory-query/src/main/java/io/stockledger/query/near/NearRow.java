package io.stockledger.query.near;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the tables gave, as it can be kept in memory. */
public interface NearRow {
  /** The position up to which it was folded when it was read: no entry up to there is missing. */
  long knows();

  /** From when on it no longer holds as it stands; none for as long as nobody writes. */
  @Nullable Instant nextDue();

  /** About how many bytes it takes. */
  int weight();
}
