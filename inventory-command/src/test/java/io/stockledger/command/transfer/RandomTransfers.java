package io.stockledger.command.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.transfer.TransferCommand;
import io.stockledger.api.transfer.TransferCommand.ArrivedUnits;
import io.stockledger.api.transfer.TransferCommand.CancelTransfer;
import io.stockledger.api.transfer.TransferCommand.CloseTransfer;
import io.stockledger.api.transfer.TransferCommand.DispatchTransfer;
import io.stockledger.api.transfer.TransferCommand.LineUnits;
import io.stockledger.api.transfer.TransferCommand.ReceiveTransfer;
import io.stockledger.api.transfer.TransferCommand.RequestTransfer;
import io.stockledger.api.transfer.TransferCommand.RequestedUnits;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A stream of commands on transfers, many of which are refused. */
public final class RandomTransfers {
  private static final List<Condition> CONDITIONS = List.of(Condition.values());
  private static final List<TransferReason> REASONS = List.of(TransferReason.values());
  private static final List<String> PARTS = List.of("p1", "p2", "p3", "q");

  private final Random random;
  private final TestLedger ledger;
  private final List<ItemId> items;
  private String prefix = "t";
  private int made;

  /**
   * @param items at two locations or more
   */
  public RandomTransfers(Random random, TestLedger ledger, List<ItemId> items) {
    this.random = random;
    this.ledger = ledger;
    this.items = items;
  }

  /** The transfers that follow are called so, with a number behind it. */
  public RandomTransfers naming(String beginning) {
    prefix = beginning;
    return this;
  }

  public TransferCommand next() {
    return switch (random.nextInt(11)) {
      case 0, 1, 2 -> request();
      case 3, 4, 5 -> new DispatchTransfer(id(), part(), some(), null, circumstances());
      case 6, 7 -> new ReceiveTransfer(id(), part(), arrived(), reason(), circumstances());
      case 8 -> new ReceiveTransfer(id(), part(), List.of(), reason(), circumstances());
      case 9 -> new CancelTransfer(id(), some(), reason(), circumstances());
      default -> new CloseTransfer(id(), reason(), circumstances());
    };
  }

  private RequestTransfer request() {
    ItemId from = any();
    ItemId to = any();
    while (to.location().equals(from.location())) {
      to = any();
    }
    List<RequestedUnits> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      lines.add(new RequestedUnits(Integer.toString(i + 1), any().sku(), quantity()));
    }
    return new RequestTransfer(
        prefix + ++made,
        from.location(),
        to.location(),
        lines,
        null,
        random.nextInt(4) == 0,
        circumstances());
  }

  private List<LineUnits> some() {
    List<LineUnits> lines = new ArrayList<>();
    for (int i = 1; i <= 2; i++) {
      if (random.nextInt(3) == 0) {
        lines.add(
            new LineUnits(Integer.toString(i), random.nextBoolean() ? null : (Long) quantity()));
      }
    }
    return lines;
  }

  private List<ArrivedUnits> arrived() {
    List<ArrivedUnits> lines = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      if (random.nextInt(2) == 0) {
        lines.add(new ArrivedUnits(Integer.toString(i), units(), reason()));
      }
    }
    return lines;
  }

  private Map<Condition, Long> units() {
    Map<Condition, Long> units = new EnumMap<>(Condition.class);
    units.put(Condition.GOOD, (long) random.nextInt(7));
    if (random.nextInt(3) == 0) {
      units.put(CONDITIONS.get(random.nextInt(CONDITIONS.size())), (long) random.nextInt(3));
    }
    return units;
  }

  private ItemId any() {
    return items.get(random.nextInt(items.size()));
  }

  private String id() {
    return prefix + Math.max(1, made - random.nextInt(4));
  }

  private @Nullable String part() {
    return random.nextBoolean() ? null : PARTS.get(random.nextInt(PARTS.size()));
  }

  private @Nullable TransferReason reason() {
    return random.nextBoolean() ? null : REASONS.get(random.nextInt(REASONS.size()));
  }

  private long quantity() {
    return 1L + random.nextInt(6);
  }

  private Circumstances circumstances() {
    return random.nextInt(3) > 0
        ? Circumstances.NONE
        : Circumstances.NONE.at(RandomCommands.anyMoment(random, ledger.clock()));
  }
}
