package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/**
 * One SKU over the locations that a sum shows. A sum has no entries, so it has no version; its
 * parts have theirs.
 *
 * @param locations those that the sum is over, as the registry names them
 * @param parts the items among them that there are, by location
 */
public record SummedStockView(
    String location,
    String sku,
    List<String> locations,
    SummedFigures figures,
    List<Part> parts,
    long position,
    Instant asOf,
    String stamp)
    implements StockCard {
  /**
   * What stands at one of the locations.
   *
   * @param version of its last entry
   * @param recordedAt of its last entry
   */
  public record Part(String location, long version, Instant recordedAt, Figures figures) {}

  /**
   * The parts' figures, each added up by itself, in base units.
   *
   * @param available the sum of what is available at each: what one lacks is not taken from another
   * @param shortfall the sum of what each lacks
   */
  @JsonPropertyOrder({
    "onHand",
    "good",
    "damaged",
    "quarantine",
    "nonSellable",
    "reserved",
    "pending",
    "allocated",
    "setAside",
    "available",
    "inTransit",
    "expected",
    "backordered",
    "shortfall"
  })
  public record SummedFigures(
      long onHand,
      long good,
      long damaged,
      long quarantine,
      long nonSellable,
      long reserved,
      long pending,
      long allocated,
      long setAside,
      long available,
      long inTransit,
      long expected,
      long backordered,
      long shortfall) {
    private static final SummedFigures NONE =
        new SummedFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static SummedFigures of(List<Part> parts) {
      SummedFigures sum = NONE;
      for (Part part : parts) {
        sum = sum.plus(part.figures());
      }
      return sum;
    }

    private SummedFigures plus(Figures f) {
      return new SummedFigures(
          Math.addExact(onHand, f.onHand()),
          Math.addExact(good, f.good()),
          Math.addExact(damaged, f.damaged()),
          Math.addExact(quarantine, f.quarantine()),
          Math.addExact(nonSellable, f.nonSellable()),
          Math.addExact(reserved, f.reserved()),
          Math.addExact(pending, f.pending()),
          Math.addExact(allocated, f.allocated()),
          Math.addExact(setAside, f.setAside()),
          Math.addExact(available, f.available()),
          Math.addExact(inTransit, f.inTransit()),
          Math.addExact(expected, f.expected()),
          Math.addExact(backordered, f.backordered()),
          Math.addExact(shortfall, f.shortfall()));
    }
  }
}
