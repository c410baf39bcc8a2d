package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A system that tells of the stock of a location. A location names its sources in order of
 * precedence, the most trusted first; {@link #COUNT} stands for counts by people.
 *
 * @param source its name, as the {@code source} of commands says it
 * @param standsFor how long its word stands against lower sources
 * @param reportsEvery how often it is expected to report; absent where nothing is expected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationSource(String source, Duration standsFor, @Nullable Duration reportsEvery) {
  /** Counts by people, whichever system sends them. */
  public static final String COUNT = "count";
}
