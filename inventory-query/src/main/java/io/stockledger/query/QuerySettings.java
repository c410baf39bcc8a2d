package io.stockledger.query;

/**
 * How queries are answered.
 *
 * @param memory about how many bytes rows in memory may take; 0 to ask the tables each time
 */
public record QuerySettings(long memory) {
  public QuerySettings {
    if (memory < 0) {
      throw new IllegalArgumentException("bytes are 0 or more, not " + memory);
    }
  }
}
