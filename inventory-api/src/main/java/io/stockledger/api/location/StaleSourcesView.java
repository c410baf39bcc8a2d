package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources of which nothing is heard, by location and name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaleSourcesView(
    List<StaleSource> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param lastHeardAt absent where nothing ever was
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StaleSource(
      String location,
      String source,
      Duration reportsEvery,
      @Nullable Instant lastHeardAt,
      Instant staleSince) {}
}
