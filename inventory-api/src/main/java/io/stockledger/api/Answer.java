package io.stockledger.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a {@link Query} comes to: its {@link View}, or one of the expected ways of having none.
 * Handlers declare this type, so ask for {@code Answer.class}.
 */
public sealed interface Answer {
  /** The thing that was asked for; each query says which of them it has. */
  non-sealed interface View extends Answer {
    /** The place in the ledger up to which this answer knows everything. */
    long position();

    /** The moment for which the answer holds: what was due by then counts no more. */
    Instant asOf();

    /**
     * Changes whenever the answer would, apart from {@link #position()} and {@link #asOf()}. Made
     * for an {@code ETag}; printable ASCII without quotes.
     */
    @JsonIgnore
    String stamp();
  }

  /**
   * There is no such thing.
   *
   * @param type the last segment of the problem type, such as {@code unknown-item}
   * @param ids what was looked for, by field name
   */
  record Unknown(String type, Map<String, String> ids) implements Answer {}

  /**
   * The location only shows the stock of others, and has nothing of this kind of its own.
   *
   * @param locations those others
   */
  record OfOthers(String location, List<String> locations) implements Answer {}

  /** An entry of this stream could not be folded; what the read model holds of it is old. */
  record Parked(String projection, String stream, long version) implements Answer {}

  /** The cursor is not one that this list gave out. */
  record UnknownCursor(String cursor) implements Answer {}
}
