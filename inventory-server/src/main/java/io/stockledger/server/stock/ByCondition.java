package io.stockledger.server.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.server.problem.Faults;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Absolute figures by condition; those that are absent are not spoken of. */
public record ByCondition(
    @Nullable Long good,
    @Nullable Long damaged,
    @Nullable Long quarantine,
    @JsonProperty("non-sellable") @Nullable Long nonSellable) {

  public Map<Condition, Long> byCondition() {
    Map<Condition, Long> figures = new EnumMap<>(Condition.class);
    put(figures, Condition.GOOD, good);
    put(figures, Condition.DAMAGED, damaged);
    put(figures, Condition.QUARANTINE, quarantine);
    put(figures, Condition.NON_SELLABLE, nonSellable);
    return figures;
  }

  static @Nullable Map<Condition, Long> orNone(@Nullable ByCondition figures) {
    return figures == null ? null : figures.byCondition();
  }

  public static void check(String field, @Nullable ByCondition given, Faults faults) {
    if (given == null) {
      return;
    }
    Map<Condition, Long> figures = given.byCondition();
    if (figures.isEmpty() && !faults.knowsWithin(field)) {
      faults.add(field, "must name at least one condition", null);
    }
    figures.forEach(
        (condition, figure) -> {
          if (figure < 0 || figure > Figures.MAX_QUANTITY) {
            faults.add(
                field + "." + condition.word(), "must be 0 to " + Figures.MAX_QUANTITY, figure);
          }
        });
  }

  private static void put(
      Map<Condition, Long> figures, Condition condition, @Nullable Long figure) {
    if (figure != null) {
      figures.put(condition, figure);
    }
  }
}
