package io.stockledger.benchmarks.workload;

import io.stockledger.benchmarks.stage.Side;
import io.stockledger.benchmarks.traffic.Acknowledged;
import io.stockledger.benchmarks.traffic.RequestTemplate;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Asks a side from outside, over HTTP and by SQL, whether it did what it acknowledged: no figure
 * before its answer.
 */
final class Verification {
  private final Side side;
  private final Acknowledged acknowledged;
  private final List<String> faults = new ArrayList<>();
  private long reserved;

  private Verification(Side side, Acknowledged acknowledged) {
    this.side = side;
    this.acknowledged = acknowledged;
  }

  /**
   * Reserves of one unit each, on all of these shelves and on nothing else.
   *
   * @return what is wrong, nothing if all is right
   */
  static List<String> ofReserves(Side side, Acknowledged acknowledged, Shelf... shelves)
      throws IOException, SQLException, InterruptedException {
    Verification verification = new Verification(side, acknowledged);
    side.settle();
    for (Shelf shelf : shelves) {
      verification.readFigures(shelf);
    }
    Acknowledged.Comparison keys = acknowledged.compare();
    side.recordedKeys(keys::recorded);
    long before = Arrays.stream(shelves).mapToLong(s -> s.reserved() * s.items()).sum();
    verification.compare(keys, side.reservedByJournal() - before);
    verification.tell(keys);
    return verification.faults;
  }

  private void readFigures(Shelf shelf) throws IOException {
    RequestTemplate request =
        RequestTemplate.get(
            side.bearer(), "/v1/stock/" + Shelf.LOCATION + "/" + shelf.skuPattern());
    side.askEach(
        request,
        1,
        shelf.items(),
        (item, reply) -> {
          ReservedFigures figures = ReservedFigures.read(reply.body());
          reserved += figures.reserved() - shelf.reserved();
          figures.faults(shelf.quantity()).forEach(f -> faults.add(shelf.sku(item) + ": " + f));
        });
  }

  private void compare(Acknowledged.Comparison keys, long byJournal) {
    require(keys.missing() == 0, keys.missing() + " acknowledged commands are not recorded");
    require(keys.doubled() == 0, keys.doubled() + " commands are recorded twice");
    require(keys.unasked() == 0, keys.unasked() + " commands are recorded that were refused");
    require(
        keys.recorded() == reserved,
        "%d commands are recorded, %d units are reserved".formatted(keys.recorded(), reserved));
    require(
        byJournal == reserved,
        "%d units are reserved by the journal, %d by the figures".formatted(byJournal, reserved));
  }

  private void require(boolean right, String fault) {
    if (!right) {
      faults.add(fault);
    }
  }

  private void tell(Acknowledged.Comparison keys) {
    System.out.printf(
        "%s: %,d acknowledged, %,d of unknown outcome, %,d recorded, %,d units reserved: %s%n",
        side.name(),
        acknowledged.count(),
        acknowledged.unknownCount(),
        keys.recorded(),
        reserved,
        faults.isEmpty() ? "verified" : "NOT RIGHT");
    faults.stream().limit(20).forEach(fault -> System.out.println("  " + fault));
  }
}
