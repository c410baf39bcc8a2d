package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list of inbounds, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InboundsView(
    List<InboundSummary> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * An inbound without its lines; units are those of all lines.
   *
   * @param lines how many it has
   * @param overdueLines how many of them are overdue
   * @param nextExpectedBy the earliest last day of what is still expected
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record InboundSummary(
      String inboundId,
      InboundKind kind,
      InboundState state,
      String vendor,
      String location,
      @Nullable Reference reference,
      Instant announcedAt,
      @Nullable Instant closedAt,
      long lines,
      long overdueLines,
      @Nullable LocalDate nextExpectedBy,
      long quantity,
      long open,
      long received,
      long missing,
      long cancelled) {}
}
