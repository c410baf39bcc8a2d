package io.stockledger.projections.channel;

import io.stockledger.api.stock.SupplyEvent;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that a supplier announced and that are open.
 *
 * @param by the last day on which they should be there
 */
public record ExpectedLine(String inbound, String line, LocalDate by, long open) {
  /** Of more lines those that were announced last are left out: nothing is promised on them. */
  static final int MOST = 1_000;

  private static final Comparator<ExpectedLine> EARLIEST_FIRST =
      Comparator.comparing(ExpectedLine::by)
          .thenComparing(ExpectedLine::inbound)
          .thenComparing(ExpectedLine::line);

  /** The open lines of an item after one more of its entries, the earliest first. */
  static List<ExpectedLine> after(List<ExpectedLine> before, SupplyEvent event) {
    List<ExpectedLine> after = new ArrayList<>(before.size() + 1);
    ExpectedLine own = null;
    for (ExpectedLine each : before) {
      if (each.inbound.equals(event.inboundId()) && each.line.equals(event.line())) {
        own = each;
      } else {
        after.add(each);
      }
    }
    LocalDate by = day(event, own);
    long open = (own == null ? 0 : own.open) + event.entry().change().expected();
    if (by != null && open > 0 && after.size() < MOST) {
      after.add(new ExpectedLine(event.inboundId(), event.line(), by, open));
      after.sort(EARLIEST_FIRST);
    }
    return List.copyOf(after);
  }

  private static @Nullable LocalDate day(SupplyEvent event, @Nullable ExpectedLine own) {
    return switch (event) {
      case StockSupplyExpected e -> e.expectedBy();
      case StockSupplyRevised e -> e.expectedBy();
      case StockSupplyReceived ignored -> own == null ? null : own.by;
      case StockSupplyCancelled ignored -> own == null ? null : own.by;
    };
  }
}
