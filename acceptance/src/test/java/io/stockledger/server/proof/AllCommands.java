package io.stockledger.server.proof;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.Correction;
import io.stockledger.api.stock.StockCommand.Counted;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.command.channel.RandomRules;
import io.stockledger.command.inbound.RandomSupply;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import io.stockledger.command.transfer.RandomTransfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A stream of commands of every kind that stock knows. */
final class AllCommands {
  private static final List<String> SOURCES = List.of("WMS", "POS", "MARKET");
  private static final String[] REASONS = {"THEFT", "MISPICK", "OTHER"};

  private final Random random;
  private final TestLedger ledger;
  private final List<ItemId> items;
  private final RandomCommands movements;
  private final RandomRules rules;
  private final RandomTransfers transfers;
  private final RandomSupply supply;
  private int told;

  AllCommands(Random random, TestLedger ledger, List<ItemId> items) {
    this.random = random;
    this.ledger = ledger;
    this.items = items;
    this.movements = new RandomCommands(random, ledger, items).through(RandomRules.CHANNELS);
    this.rules = new RandomRules(random, ledger);
    this.transfers = new RandomTransfers(random, ledger, items);
    this.supply = new RandomSupply(random, ledger, items);
  }

  /** The next one; the rules of channels change before it, now and then. */
  Object next() {
    if (random.nextInt(10) == 0) {
      rules.next();
    }
    return switch (random.nextInt(12)) {
      case 0, 1 -> items.size() > 1 ? transfers.next() : movements.next();
      case 2 -> supply.next();
      case 3 -> total();
      case 4 -> threshold();
      case 5 -> random.nextBoolean() ? flag() : resolve();
      default -> movements.next();
    };
  }

  private StateTotal total() {
    Map<Condition, Long> stated =
        random.nextInt(3) == 0
            ? Map.of(Condition.GOOD, units(), Condition.DAMAGED, units())
            : Map.of(Condition.GOOD, units());
    String source = SOURCES.get(random.nextInt(SOURCES.size()));
    return new StateTotal(item(), random.nextInt(4) + ++told, stated, late(source));
  }

  private SetThreshold threshold() {
    Long low = random.nextInt(4) == 0 ? null : (Long) (long) random.nextInt(6);
    Long restored = low == null ? null : (Long) (low + 1 + random.nextInt(4));
    return new SetThreshold(item(), low, restored, null, Circumstances.NONE);
  }

  private FlagDiscrepancy flag() {
    return new FlagDiscrepancy(item(), "f" + ++told, Condition.GOOD, null, "flagged", late(null));
  }

  private ResolveDiscrepancy resolve() {
    ItemId item = item();
    List<String> open = new ArrayList<>(ledger.item(item).openDiscrepancies().keySet());
    open.add("none");
    return new ResolveDiscrepancy(
        item,
        open.get(random.nextInt(open.size())),
        random.nextBoolean()
            ? new Counted(
                Map.of(Condition.GOOD, units()), CountMethod.MANUAL, CountKind.CYCLE_COUNT)
            : null,
        random.nextInt(3) == 0 ? new Correction(Condition.GOOD, random.nextInt(5) - 6L) : null,
        random.nextInt(4) == 0 ? null : REASONS[random.nextInt(REASONS.length)],
        random.nextBoolean(),
        random.nextInt(3) == 0,
        late(null));
  }

  private ItemId item() {
    return items.get(random.nextInt(items.size()));
  }

  private long units() {
    return random.nextInt(15);
  }

  private Circumstances late(@Nullable String source) {
    return new Circumstances(
        random.nextInt(3) > 0 ? null : RandomCommands.anyMoment(random, ledger.clock()),
        source,
        null,
        random.nextBoolean() ? "seen" : null,
        null,
        false);
  }
}
