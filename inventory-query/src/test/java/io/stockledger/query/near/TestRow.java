package io.stockledger.query.near;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that knows little more than where it is from. */
record TestRow(long knows, long version, int weight) implements NearRow {
  static TestRow at(long position) {
    return new TestRow(position, position, 100);
  }

  @Override
  public @Nullable Instant nextDue() {
    return null;
  }
}
