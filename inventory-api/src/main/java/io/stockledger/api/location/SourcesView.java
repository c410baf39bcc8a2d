package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who tells of the stock of one location, the most trusted first. */
public record SourcesView(
    String location, List<SourceCard> items, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param precedence from 1, the most trusted
   * @param lastHeardAt when it last reported, alive or of stock; absent where it never did
   * @param overdueAt by when it must be heard; absent where nothing is expected
   * @param staleSince absent while it is not stale
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SourceCard(
      String source,
      long precedence,
      Duration standsFor,
      @Nullable Duration reportsEvery,
      @Nullable Instant lastHeardAt,
      @Nullable Instant overdueAt,
      @Nullable Instant staleSince) {}
}
