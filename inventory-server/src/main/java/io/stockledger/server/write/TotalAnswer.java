package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.TotalEvent.Lost;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a total: that of every write on one item, and what became of the total.
 *
 * @param dryRun true where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TotalAnswer(
    String location,
    String sku,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    List<String> events,
    Total total,
    Object figures,
    @Nullable Boolean dryRun) {

  /**
   * @param won it counts; else {@code lost} says why it moves nothing
   * @param variance stated less what the book held when it was observed, by condition; without
   *     those that something later speaks of, and absent where it lost
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Total(
      @Nullable String source,
      long sequence,
      Instant observedAt,
      boolean won,
      @Nullable Map<Condition, Long> variance,
      @Nullable Lost lost) {

    static Total of(StockTotalStated stated) {
      return new Total(
          stated.entry().source(),
          stated.sequence(),
          stated.occurredAt(),
          stated.won(),
          stated.won() ? variance(stated) : null,
          stated.lost());
    }

    private static Map<Condition, Long> variance(StockTotalStated stated) {
      Map<Condition, Long> variance = new EnumMap<>(Condition.class);
      stated
          .stated()
          .forEach(
              (condition, units) -> {
                Long book = stated.book().get(condition);
                if (book != null) {
                  variance.put(condition, units - book);
                }
              });
      return variance;
    }
  }

  static TotalAnswer of(ItemEntry entry, StockTotalStated stated, @Nullable Boolean dryRun) {
    return new TotalAnswer(
        entry.item().location(),
        entry.item().sku(),
        entry.version(),
        entry.position(),
        entry.recordedAt(),
        entry.events(),
        Total.of(stated),
        entry.figures(),
        dryRun);
  }
}
