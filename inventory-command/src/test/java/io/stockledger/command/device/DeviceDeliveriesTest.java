package io.stockledger.command.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.reservation.Say;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Whatever way the lines of a device take, repeated, reordered, split, within the waiting time,
 * they end in the same figures. Run one again with {@code -Dhistories.seed=…}.
 */
class DeviceDeliveriesTest {
  private static final int HISTORIES = 400;
  private static final List<String> SKUS = List.of("A", "B", "unknown-1");

  @Test
  void any_delivery_ends_in_the_same_figures() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random seeds = new Random(seed);
    for (int i = 0; i < HISTORIES; i++) {
      Random random = new Random(seeds.nextLong());
      try {
        history(random);
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "history %d of -Dhistories.seed=%d broke: %s".formatted(i, seed, broken.getMessage()),
            broken);
      }
    }
  }

  private static void history(Random random) {
    List<DeviceLine> lines = lines(random, 1 + random.nextInt(40));
    TestDevice straight = device();
    straight.deliver(lines);
    for (int way = 0; way < 3; way++) {
      TestDevice other = device();
      deliver(other, lines, random);
      assertThat(ending(other, lines)).isEqualTo(ending(straight, lines));
      assertThat(other.state.next()).isEqualTo(lines.size() + 1L);
      assertThat(other.state.waiting()).isEmpty();
    }
  }

  private static TestDevice device() {
    TestLedger ledger = TestLedger.given(Say.receive(6), Say.reserve("r1", 2));
    return new TestDevice(ledger.after(Duration.ofHours(1)));
  }

  /** Shuffled, cut anywhere, some of it again, all of it less than the waiting time apart. */
  private static void deliver(TestDevice device, List<DeviceLine> lines, Random random) {
    List<DeviceLine> all = new ArrayList<>(lines);
    for (DeviceLine line : lines) {
      if (random.nextInt(4) == 0) {
        all.add(line);
      }
    }
    Collections.shuffle(all, random);
    Duration step = TestDevice.PATIENCE.dividedBy(all.size() + 1L);
    int from = 0;
    while (from < all.size()) {
      int to = from + 1 + random.nextInt(all.size() - from);
      device.ledger.after(step);
      device.deliver(all.subList(from, to));
      if (random.nextInt(3) == 0) {
        device.pass();
      }
      from = to;
    }
  }

  /** Figures, what is missing, and what became of each line. */
  private record Ending(
      Map<ItemId, Figures> figures, Map<ItemId, Integer> open, Map<Long, String> lines) {}

  private static Ending ending(TestDevice device, List<DeviceLine> lines) {
    Map<ItemId, Figures> figures = new TreeMap<>();
    Map<ItemId, Integer> open = new TreeMap<>();
    device
        .ledger
        .items()
        .forEach(
            (id, item) -> {
              figures.put(id, item.figures());
              open.put(id, item.openDiscrepancies().size());
            });
    Map<Long, String> told = new TreeMap<>();
    device
        .deliver(lines)
        .lines()
        .forEach(
            line -> {
              assertThat(line.outcome()).isEqualTo(LineOutcome.KNOWN);
              told.put(line.sequence(), line.first() + " " + line.version() + line.problem());
            });
    return new Ending(figures, open, told);
  }

  private static List<DeviceLine> lines(Random random, int count) {
    List<DeviceLine> lines = new ArrayList<>();
    for (int sequence = 1; sequence <= count; sequence++) {
      lines.add(line(random, sequence));
    }
    return lines;
  }

  private static DeviceLine line(Random random, int sequence) {
    DeviceLineType[] types = DeviceLineType.values();
    DeviceLineType type = types[random.nextInt(types.length)];
    String sku = SKUS.get(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
    long units = 1L + random.nextInt(6);
    DeviceLine plain =
        TestDevice.line(
            sequence,
            type,
            sku,
            type == DeviceLineType.COUNT
                ? null
                : type == DeviceLineType.ADJUST && random.nextBoolean()
                    ? Long.valueOf(-units)
                    : Long.valueOf(units),
            type == DeviceLineType.COUNT ? (long) random.nextInt(9) : null,
            type == DeviceLineType.PICK && random.nextInt(3) == 0
                ? "r" + (1 + random.nextInt(2))
                : null);
    return random.nextInt(4) == 0 ? earlier(plain, random) : plain;
  }

  /** Not always in the order in which the device numbered it. */
  private static DeviceLine earlier(DeviceLine line, Random random) {
    return new DeviceLine(
        line.sequence(),
        line.type(),
        line.location(),
        line.sku(),
        line.quantity(),
        line.type() == DeviceLineType.RECEIVE ? Condition.DAMAGED : line.condition(),
        line.from(),
        line.to(),
        line.counted(),
        line.method(),
        line.kind(),
        line.reason(),
        line.reservationId(),
        line.occurredAt().minusSeconds(random.nextInt(20)),
        line.source(),
        line.reference(),
        line.note(),
        false);
  }
}
