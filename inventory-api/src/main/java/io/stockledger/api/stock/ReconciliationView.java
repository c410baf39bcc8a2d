package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far what feeds said was from the book, by location, source and day of observation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReconciliationView(
    List<SourceDay> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {
  /**
   * @param day of observation, in UTC
   * @param stated how many totals there were, those that lost included
   * @param lost how many of them lost
   * @param net sum of the variances of those that won: stated less book, units
   * @param absolute sum of the same without their signs
   * @param byAge the same by how old the word of the source before was, youngest first
   */
  public record SourceDay(
      String location,
      String source,
      String day,
      long stated,
      long lost,
      long net,
      long absolute,
      List<ByAge> byAge) {}

  /** A part of a day. */
  public record ByAge(WordAge age, long stated, long lost, long net, long absolute) {}
}
