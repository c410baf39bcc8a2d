package io.stockledger.command.inbound;

import io.stockledger.api.Circumstances;
import io.stockledger.api.inbound.InboundCommand;
import io.stockledger.api.inbound.InboundCommand.CancelSupply;
import io.stockledger.api.inbound.InboundCommand.CancelledLine;
import io.stockledger.api.inbound.InboundCommand.ExpectSupply;
import io.stockledger.api.inbound.InboundCommand.ExpectedLine;
import io.stockledger.api.inbound.InboundCommand.ReceiveSupply;
import io.stockledger.api.inbound.InboundCommand.ReceivedLine;
import io.stockledger.api.inbound.InboundCommand.ReviseSupply;
import io.stockledger.api.inbound.InboundCommand.RevisedLine;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.inbound.InboundReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.reservation.RandomCommands;
import io.stockledger.command.reservation.TestLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Orders as careless suppliers and busy docks bring them about. */
public final class RandomSupply {
  private static final List<String> NAMES = List.of("l1", "l2", "l3", "l4");
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  private final Random random;
  private final TestLedger ledger;
  private final List<ItemId> items;
  private int made;

  /**
   * @param items at least one
   */
  public RandomSupply(Random random, TestLedger ledger, List<ItemId> items) {
    this.random = random;
    this.ledger = ledger;
    this.items = items;
  }

  public InboundCommand next() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> expect();
      case 3, 4 -> new ReviseSupply(id(), lines(this::revised), Circumstances.NONE);
      case 5 ->
          new CancelSupply(
              id(),
              random.nextInt(4) == 0 ? List.of() : lines(this::cancelled),
              reason(),
              Circumstances.NONE);
      default -> new ReceiveSupply(id(), lines(this::received), late());
    };
  }

  private ExpectSupply expect() {
    return new ExpectSupply(
        random.nextInt(5) == 0 ? id() : "po" + ++made,
        random.nextBoolean() ? InboundKind.ASN : InboundKind.PURCHASE_ORDER,
        "v" + random.nextInt(2),
        items.get(random.nextInt(items.size())).location(),
        lines(name -> new ExpectedLine(name, sku(), quantity(), null, day(), null)),
        Circumstances.NONE);
  }

  private RevisedLine revised(String name) {
    boolean added = random.nextInt(3) == 0;
    return new RevisedLine(
        name,
        added ? sku() : null,
        added || random.nextBoolean() ? (Long) (quantity() * 2) : null,
        null,
        added || random.nextBoolean() ? day() : null,
        random.nextInt(3) == 0 ? "winter" : null);
  }

  private ReceivedLine received(String name) {
    Map<Condition, Long> units = new EnumMap<>(Condition.class);
    units.put(Condition.GOOD, (long) random.nextInt(8));
    if (random.nextInt(4) == 0) {
      units.put(Condition.DAMAGED, quantity());
    }
    return new ReceivedLine(
        name,
        Collections.unmodifiableMap(units),
        random.nextInt(3) == 0 ? random.nextInt(4) : 0,
        reason());
  }

  private CancelledLine cancelled(String name) {
    return new CancelledLine(name, random.nextBoolean() ? null : (Long) quantity());
  }

  private <L> List<L> lines(Function<String, L> line) {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    return names.stream().limit(1L + random.nextInt(2)).map(line).toList();
  }

  private @Nullable InboundReason reason() {
    return random.nextBoolean() ? null : InboundReason.SHORT;
  }

  private Circumstances late() {
    return random.nextInt(3) > 0
        ? Circumstances.NONE
        : Circumstances.NONE.at(RandomCommands.anyMoment(random, ledger.clock()));
  }

  private String id() {
    return "po" + (1 + random.nextInt(made + 1));
  }

  private String sku() {
    return items.get(random.nextInt(items.size())).sku();
  }

  private LocalDate day() {
    return DAY.plusDays(random.nextInt(5));
  }

  private long quantity() {
    return 1L + random.nextInt(9);
  }
}
