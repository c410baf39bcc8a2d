package io.stockledger.command.reservation;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Reference;
import io.stockledger.api.reservation.ReservationCommand.Accept;
import io.stockledger.api.reservation.ReservationCommand.ChangeReservation;
import io.stockledger.api.reservation.ReservationCommand.ConfirmReservation;
import io.stockledger.api.reservation.ReservationCommand.ExpireReservation;
import io.stockledger.api.reservation.ReservationCommand.Expiry;
import io.stockledger.api.reservation.ReservationCommand.ExtendReservation;
import io.stockledger.api.reservation.ReservationCommand.Part;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservation;
import io.stockledger.api.reservation.ReservationCommand.ReleaseReservations;
import io.stockledger.api.reservation.ReservationCommand.RequestedLine;
import io.stockledger.api.reservation.ReservationCommand.ReserveStock;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.PutBackStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.api.stock.StockCommand.SetAsideStock;
import io.stockledger.promise.ChannelBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A stream of commands such as a busy, late and mistaken trade would send. */
public final class RandomCommands {
  private static final List<Condition> CONDITIONS = List.of(Condition.values());
  private static final List<String> NAMES = List.of("l1", "l2", "l3", "l4");
  private static final Reference ORDER = new Reference("order", "1");

  private final Random random;
  private final TestLedger ledger;
  private final List<ItemId> items;
  private List<String> channels = List.of(ChannelBook.DEFAULT);
  private String prefix = "r";
  private int made;

  public RandomCommands(Random random, TestLedger ledger, List<ItemId> items) {
    this.random = random;
    this.ledger = ledger;
    this.items = items;
  }

  /** The reservations that follow are called so, with a number behind it. */
  public RandomCommands naming(String beginning) {
    prefix = beginning;
    return this;
  }

  /** What is promised through a channel is so through one of these. */
  public RandomCommands through(List<String> channels) {
    this.channels = channels;
    return this;
  }

  /** The next one; the clock moves on before it, now and then. */
  public Object next() {
    if (random.nextInt(3) > 0) {
      ledger.after(Duration.ofMinutes(random.nextInt(4)));
    }
    ItemId item = items.get(random.nextInt(items.size()));
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> new ReceiveStock(item, condition(), quantity(), circumstances());
      case 3, 4 -> new PickStock(item, quantity(), random.nextBoolean(), circumstances());
      case 5 -> adjust(item);
      case 6, 7 -> count(item);
      case 8 -> new ReturnStock(item, condition(), quantity(), circumstances());
      case 9 -> new ChangeCondition(item, condition(), condition(), quantity(), circumstances());
      case 10 -> new SetAsideStock(item, quantity(), null, circumstances());
      case 11 -> new PutBackStock(item, quantity(), circumstances());
      case 12 -> reverse(item);
      case 13, 14 -> reserve();
      case 15 -> new ConfirmReservation(id(), Circumstances.NONE);
      case 16 ->
          random.nextBoolean()
              ? new ExtendReservation(id(), expiry(), Circumstances.NONE)
              : new ExpireReservation(id());
      case 17 -> new ChangeReservation(id(), lines(3), Circumstances.NONE);
      case 18 ->
          new PickReservation(
              id(), part(item), random.nextBoolean(), random.nextInt(4) == 0, circumstances());
      default ->
          random.nextInt(5) == 0
              ? new ReleaseReservations(ORDER, null, null, Circumstances.NONE)
              : new ReleaseReservation(id(), part(item), null, Circumstances.NONE);
    };
  }

  private AdjustStock adjust(ItemId item) {
    long quantity = random.nextBoolean() ? quantity() : -quantity();
    return new AdjustStock(item, condition(), quantity, AdjustReason.SHRINK, null, circumstances());
  }

  private CountStock count(ItemId item) {
    Map<Condition, Long> counted = new EnumMap<>(Condition.class);
    IntStream.rangeClosed(0, random.nextInt(2))
        .forEach(i -> counted.put(condition(), (long) random.nextInt(15)));
    return new CountStock(
        item, counted, CountMethod.RFID, CountKind.CYCLE_COUNT, null, circumstances());
  }

  private ReverseEntry reverse(ItemId item) {
    long version = 1L + random.nextInt(1 + ledger.entries(item).size());
    return new ReverseEntry(item, version, AdjustReason.CORRECTION, circumstances());
  }

  private ReserveStock reserve() {
    return new ReserveStock(
        prefix + ++made,
        lines(items.size() == 1 ? 1 : 3),
        random.nextBoolean() ? null : expiry(),
        random.nextBoolean() ? null : channels.get(random.nextInt(channels.size())),
        random.nextInt(3) == 0 ? Accept.AVAILABLE : Accept.ALL,
        items.size() == 1,
        new Circumstances(null, null, ORDER, null, null, false));
  }

  /** Their names are in no order, and few, so that changes meet lines that were closed. */
  private List<RequestedLine> lines(int most) {
    List<String> names = new ArrayList<>(NAMES);
    Collections.shuffle(names, random);
    return names.stream().limit(1L + random.nextInt(most)).map(this::line).toList();
  }

  private RequestedLine line(String name) {
    ItemId item = items.get(random.nextInt(items.size()));
    List<String> locations =
        items.stream()
            .filter(i -> i.equals(item) || random.nextInt(3) == 0)
            .map(ItemId::location)
            .toList();
    return new RequestedLine(name, locations, item.sku(), quantity(), random.nextBoolean());
  }

  private Part part(ItemId item) {
    Long quantity = random.nextInt(3) == 0 ? null : (Long) quantity();
    return new Part(random.nextBoolean() ? item : null, quantity, List.of());
  }

  private Expiry expiry() {
    return new Expiry(null, Duration.ofMinutes(1 + random.nextInt(20)));
  }

  private String id() {
    return prefix + (1 + random.nextInt(made + 1));
  }

  private Condition condition() {
    return random.nextInt(3) > 0
        ? Condition.GOOD
        : CONDITIONS.get(random.nextInt(CONDITIONS.size()));
  }

  private long quantity() {
    return 1L + random.nextInt(9);
  }

  private Circumstances circumstances() {
    return Circumstances.NONE.at(occurredAt());
  }

  private @Nullable Instant occurredAt() {
    return random.nextInt(3) > 0 ? null : anyMoment(random, ledger.clock());
  }

  /** Whole minutes, so that facts often share a moment. */
  public static Instant anyMoment(Random random, Instant clock) {
    return clock.minus(Duration.ofMinutes(random.nextInt(40) - 2L));
  }
}
