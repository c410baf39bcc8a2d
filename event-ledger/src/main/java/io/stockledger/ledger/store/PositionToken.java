package io.stockledger.ledger.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come: a position and nothing else, since the ledger has no gaps. As JSON
 * {@code {"position":n}}.
 */
public final class PositionToken implements TrackingToken {

  @JsonProperty("position")
  private final long position;

  /**
   * A token of a reader that has come this far.
   *
   * @param position of the last entry that was read, 0 before the first
   * @throws IllegalArgumentException if it is negative
   */
  @JsonCreator
  public PositionToken(@JsonProperty("position") long position) {
    if (position < 0) {
      throw new IllegalArgumentException("positions count from 0, not " + position);
    }
    this.position = position;
  }

  /** The position that a token stands for; nothing read yet, null, is 0. */
  public static long positionOf(@Nullable TrackingToken token) {
    return switch (token) {
      case null -> 0;
      case PositionToken known -> known.position;
      default -> throw new IllegalArgumentException("not a token of this ledger: " + token);
    };
  }

  @Override
  public TrackingToken lowerBound(TrackingToken other) {
    return positionOf(other) < position ? other : this;
  }

  @Override
  public TrackingToken upperBound(TrackingToken other) {
    return positionOf(other) > position ? other : this;
  }

  @Override
  public boolean covers(@Nullable TrackingToken other) {
    return positionOf(other) <= position;
  }

  @Override
  public OptionalLong position() {
    return OptionalLong.of(position);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PositionToken token && token.position == position;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position);
  }

  @Override
  public String toString() {
    return "position " + position;
  }
}
