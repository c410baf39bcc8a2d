package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How old the word of a source was when its next one was observed, from the youngest. */
public enum WordAge {
  QUARTER_HOUR("up-to-15-minutes", Duration.ofMinutes(15)),
  HOUR("up-to-1-hour", Duration.ofHours(1)),
  DAY("up-to-1-day", Duration.ofDays(1)),
  WEEK("up-to-7-days", Duration.ofDays(7)),
  LONGER("longer", null),
  /** There was none before. */
  FIRST("first", null);

  private final String word;
  private final @Nullable Duration limit;

  WordAge(String word, @Nullable Duration limit) {
    this.word = word;
    this.limit = limit;
  }

  /** A word that was observed before the one that is said to be older has no age: the youngest. */
  public static WordAge between(@Nullable Instant before, Instant now) {
    if (before == null) {
      return FIRST;
    }
    Duration age = Duration.between(before, now);
    return Arrays.stream(values())
        .filter(one -> one.limit != null && age.compareTo(one.limit) <= 0)
        .findFirst()
        .orElse(LONGER);
  }

  @JsonValue
  public String word() {
    return word;
  }

  public static Optional<WordAge> ofWord(String word) {
    return Arrays.stream(values()).filter(age -> age.word.equals(word)).findFirst();
  }
}
