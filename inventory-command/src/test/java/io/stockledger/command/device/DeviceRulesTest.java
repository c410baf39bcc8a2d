package io.stockledger.command.device;

import static io.stockledger.command.device.TestDevice.adjust;
import static io.stockledger.command.device.TestDevice.count;
import static io.stockledger.command.device.TestDevice.damaged;
import static io.stockledger.command.device.TestDevice.line;
import static io.stockledger.command.device.TestDevice.pick;
import static io.stockledger.command.device.TestDevice.pickFor;
import static io.stockledger.command.device.TestDevice.receive;
import static io.stockledger.command.reservation.Say.reserve;
import static io.stockledger.command.reservation.TestLedger.START;
import static io.stockledger.command.reservation.TestLedger.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.device.DeviceCommand.TakeDeviceLines;
import io.stockledger.api.device.DeviceEvent.DeviceHeard;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.DeviceOutcome;
import io.stockledger.api.device.DeviceOutcome.LineAfter;
import io.stockledger.api.device.DeviceOutcome.OpenGap;
import io.stockledger.api.device.Gap;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.command.reservation.Say;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeviceRulesTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** An hour after the start, when everything below has happened. */
  private static TestDevice device(Object... commands) {
    return new TestDevice(given(commands).after(Duration.ofHours(1)));
  }

  private static List<LineOutcome> outcomes(DeviceOutcome outcome) {
    return outcome.lines().stream().map(LineAfter::outcome).toList();
  }

  private static long good(TestDevice device) {
    return device.ledger.figures().good();
  }

  private static @Nullable StockDiscrepancyOpened discrepancy(TestDevice device) {
    return device.ledger.journal().stream()
        .filter(StockDiscrepancyOpened.class::isInstance)
        .map(StockDiscrepancyOpened.class::cast)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static void missing(TestDevice device, String cause, long stated, long recorded) {
    assertThat(discrepancy(device))
        .extracting(
            StockDiscrepancyOpened::cause,
            StockDiscrepancyOpened::stated,
            StockDiscrepancyOpened::recorded,
            StockDiscrepancyOpened::missing)
        .containsExactly(cause, stated, recorded, stated - recorded);
  }

  @Test
  void lines_apply_in_the_order_of_their_sequences() {
    TestDevice device = device();
    DeviceOutcome outcome = device.deliver(pick(2, 3), receive(1, 5));
    assertThat(outcomes(outcome)).containsExactly(LineOutcome.APPLIED, LineOutcome.APPLIED);
    assertThat(outcome.next()).isEqualTo(3);
    assertThat(good(device)).isEqualTo(2);
    assertThat(device.ledger.journal().getFirst().entry().source()).isEqualTo("D1");
  }

  @Test
  void a_line_ahead_of_a_gap_waits_for_it() {
    TestDevice device = device();
    DeviceOutcome waiting = device.deliver(pick(3, 3));
    assertThat(outcomes(waiting)).containsExactly(LineOutcome.WAITING);
    assertThat(waiting.gaps())
        .containsExactly(
            new OpenGap(
                1, 2, device.ledger.clock(), device.ledger.clock().plus(TestDevice.PATIENCE)));
    assertThat(device.ledger.journal()).isEmpty();
    DeviceOutcome filled = device.deliver(receive(2, 2), receive(1, 5));
    assertThat(filled.lines()).map(LineAfter::sequence).containsExactly(1L, 2L, 3L);
    assertThat(filled.lines().getLast().waitedSince()).isEqualTo(device.ledger.clock());
    assertThat(filled.gaps()).isEmpty();
    assertThat(good(device)).isEqualTo(4);
  }

  @Test
  void a_repeat_is_told_what_became_of_it_and_does_nothing() {
    TestDevice device = device();
    device.deliver(receive(1, 5));
    LineAfter again = device.deliver(receive(1, 5)).lines().getFirst();
    assertThat(again.outcome()).isEqualTo(LineOutcome.KNOWN);
    assertThat(again.first()).isEqualTo(LineOutcome.APPLIED);
    assertThat(again.version()).isEqualTo(1);
    assertThat(good(device)).isEqualTo(5);
  }

  @Test
  void a_sequence_with_other_content_does_nothing_and_is_kept_once() {
    TestDevice device = device();
    device.deliver(receive(1, 5));
    DeviceOutcome other = device.deliver(receive(1, 6));
    assertThat(outcomes(other)).containsExactly(LineOutcome.REUSED);
    device.deliver(receive(1, 6));
    assertThat(device.entries).filteredOn(DeviceSequenceReused.class::isInstance).hasSize(1);
    assertThat(good(device)).isEqualTo(5);
  }

  @Test
  void another_content_for_a_line_that_waits_is_kept_once_as_well() {
    TestDevice device = device();
    device.deliver(receive(2, 5));
    assertThat(outcomes(device.deliver(receive(2, 6)))).containsExactly(LineOutcome.REUSED);
    assertThat(outcomes(device.deliver(receive(2, 6), receive(2, 5))))
        .containsExactlyInAnyOrder(LineOutcome.WAITING, LineOutcome.REUSED);
    assertThat(device.entries).filteredOn(DeviceSequenceReused.class::isInstance).hasSize(1);
  }

  @Test
  void what_does_not_come_in_time_is_passed_and_still_applies_late() {
    TestDevice device = device();
    device.deliver(receive(1, 5), pick(3, 1));
    device.ledger.after(TestDevice.PATIENCE.minusMillis(1));
    assertThat(device.pass().passed()).isEmpty();
    device.ledger.after(Duration.ofMillis(1));
    DeviceOutcome passed = device.pass();
    assertThat(passed.passed()).containsExactly(new Gap(2, 2));
    assertThat(outcomes(passed)).containsExactly(LineOutcome.APPLIED);
    assertThat(good(device)).isEqualTo(4);
    LineAfter late = device.deliver(pick(2, 1)).lines().getFirst();
    assertThat(late.outcome()).isEqualTo(LineOutcome.APPLIED);
    assertThat(late.late()).isTrue();
    assertThat(good(device)).isEqualTo(3);
    assertThat(device.state.missing()).isEmpty();
  }

  @Test
  void a_late_line_takes_its_place_out_of_a_longer_gap() {
    TestDevice device = device();
    device.deliver(receive(5, 5));
    device.ledger.after(TestDevice.PATIENCE);
    device.pass();
    assertThat(device.deliver(receive(2, 1)).passed())
        .containsExactly(new Gap(1, 1), new Gap(3, 4));
  }

  @Test
  void a_line_waits_no_longer_because_another_one_waits_behind_it() {
    TestDevice device = device();
    device.deliver(receive(9, 1));
    device.ledger.after(Duration.ofMinutes(5));
    DeviceOutcome both = device.deliver(receive(4, 1));
    assertThat(both.gaps()).map(OpenGap::from).containsExactly(1L, 5L);
    device.ledger.after(Duration.ofMinutes(5));
    assertThat(device.pass().passed()).containsExactly(new Gap(1, 3), new Gap(5, 8));
    assertThat(good(device)).isEqualTo(2);
  }

  @Test
  void so_many_lines_wait_and_no_more() {
    TestDevice device = device();
    device.deliver(
        LongStream.rangeClosed(3, DeviceRules.MOST_WAITING + 3)
            .mapToObj(sequence -> receive(sequence, 1))
            .toList());
    assertThat(device.state.waiting()).isEmpty();
    assertThat(device.state.gapWith(2)).isEqualTo(new Gap(1, 2));
  }

  @Test
  void a_device_that_counts_anew_is_told_so_and_one_that_repeats_itself_as_well() {
    TestDevice device = device();
    List<DeviceLine> all =
        LongStream.rangeClosed(1, 1_500).mapToObj(sequence -> receive(sequence, 1)).toList();
    device.deliver(all);
    LineAfter repeated = device.deliver(receive(7, 1)).lines().getFirst();
    assertThat(repeated.outcome()).isEqualTo(LineOutcome.KNOWN);
    assertThat(repeated.first()).isNull();
    DeviceLine anew =
        new DeviceLine(
            1,
            DeviceLineType.RECEIVE,
            "L1",
            "A",
            4L,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            TestDevice.second(2_000),
            null,
            null,
            null,
            false);
    assertThat(outcomes(device.deliver(anew))).containsExactly(LineOutcome.REUSED);
    assertThat(good(device)).isEqualTo(1_500);
  }

  @Test
  void of_very_many_gaps_the_oldest_is_given_up_and_its_lines_are_kept_and_not_lost() {
    TestDevice device = device();
    List<DeviceLine> everySecond =
        LongStream.rangeClosed(1, Device.MOST_GAPS + 1L).mapToObj(i -> receive(2 * i, 1)).toList();
    device.deliver(everySecond);
    device.ledger.after(TestDevice.PATIENCE);
    device.pass();
    assertThat(device.state.missing()).hasSize(Device.MOST_GAPS);
    assertThat(outcomes(device.deliver(receive(1, 1)))).containsExactly(LineOutcome.REUSED);
    assertThat(outcomes(device.deliver(receive(3, 1)))).containsExactly(LineOutcome.APPLIED);
  }

  @Test
  void a_pick_of_what_the_book_does_not_have_is_a_fact() {
    TestDevice device = device(Say.receive(2));
    assertThat(outcomes(device.deliver(pick(1, 5)))).containsExactly(LineOutcome.STATED);
    missing(device, "picked-beyond-book", 5, 2);
    assertThat(good(device)).isZero();
  }

  @Test
  void promised_units_that_were_picked_are_gone() {
    TestDevice device = device(Say.receive(5), reserve("r1", 4));
    LineAfter picked = device.deliver(pick(1, 3)).lines().getFirst();
    assertThat(picked.outcome()).isEqualTo(LineOutcome.STATED);
    assertThat(picked.problem()).isEqualTo("insufficient-stock");
    assertThat(device.ledger.figures().shortfall()).isEqualTo(2);
  }

  @Test
  void a_pick_for_a_reservation_that_is_closed_or_unknown_is_a_fact() {
    TestDevice device = device(Say.receive(5), reserve("r1", 4), Say.release("r1"));
    DeviceOutcome outcome = device.deliver(pickFor(1, 1, "r1"), pickFor(2, 1, "never"));
    assertThat(outcomes(outcome)).containsExactly(LineOutcome.STATED, LineOutcome.STATED);
    assertThat(outcome.lines())
        .map(LineAfter::problem)
        .containsExactly("reservation-closed", "unknown-reservation");
    assertThat(good(device)).isEqualTo(3);
  }

  @Test
  void a_pick_for_an_open_reservation_uses_it_up() {
    TestDevice device = device(Say.receive(5), reserve("r1", 4));
    assertThat(outcomes(device.deliver(pickFor(1, 4, "r1")))).containsExactly(LineOutcome.APPLIED);
    assertThat(device.ledger.figures().reserved()).isZero();
  }

  @Test
  void of_an_item_that_never_was_a_pick_is_nothing_but_missing() {
    TestDevice device = device();
    assertThat(outcomes(device.deliver(pick(1, 2)))).containsExactly(LineOutcome.STATED);
    missing(device, "picked-beyond-book", 2, 0);
  }

  @Test
  void an_adjustment_below_nothing_takes_what_is_there() {
    TestDevice device = device(Say.receive(2));
    assertThat(outcomes(device.deliver(adjust(1, -5), adjust(2, -1))))
        .containsExactly(LineOutcome.STATED, LineOutcome.STATED);
    missing(device, "adjusted-beyond-book", 1, 0);
    assertThat(good(device)).isZero();
  }

  @Test
  void a_move_of_more_than_there_is_moves_what_is_there() {
    TestDevice device = device(Say.receive(2));
    assertThat(outcomes(device.deliver(damaged(1, 5)))).containsExactly(LineOutcome.STATED);
    missing(device, "moved-beyond-book", 5, 2);
    assertThat(device.ledger.figures().damaged()).isEqualTo(2);
  }

  @Test
  void what_can_never_be_a_fact_is_refused_and_holds_nothing_up() {
    TestDevice device = device();
    DeviceOutcome outcome =
        device.deliver(
            line(1, DeviceLineType.RECEIVE, "unknown-1", 1L, null, null),
            line(2, DeviceLineType.PICK, "unknown-1", 1L, null, null),
            receive(3, 1));
    assertThat(outcomes(outcome))
        .containsExactly(LineOutcome.REFUSED, LineOutcome.REFUSED, LineOutcome.APPLIED);
    assertThat(outcome.lines().getFirst().problem()).isEqualTo("unknown-sku");
  }

  @Test
  void a_count_from_before_the_late_window_is_refused() {
    TestDevice device = device(Say.receive(5, Say.minute(0)));
    device.ledger.after(Duration.ofDays(4)).accepted(Say.receive(1));
    LineAfter counted = device.deliver(count(1, 3)).lines().getFirst();
    assertThat(counted.outcome()).isEqualTo(LineOutcome.REFUSED);
    assertThat(counted.problem()).isEqualTo("too-late");
    assertThat(good(device)).isEqualTo(6);
  }

  @Test
  void the_skew_of_its_clock_is_measured() {
    TestDevice device = device();
    DeviceRules rules =
        new DeviceRules(device.state, device, device.ledger.surroundings(), TestDevice.PATIENCE);
    rules.take(
        new TakeDeviceLines("D1", START.plus(Duration.ofMinutes(50)), List.of(receive(1, 1))));
    assertThat(rules.outcome().skewMillis()).isEqualTo(-Duration.ofMinutes(10).toMillis());
    assertThat(rules.events().getFirst()).isInstanceOf(DeviceHeard.class);
  }

  @Test
  void a_snapshot_is_the_device() {
    TestDevice device = device();
    device.deliver(receive(1, 1), pick(4, 1), pick(9, 1));
    device.ledger.after(TestDevice.PATIENCE);
    device.pass();
    device.deliver(pick(12, 1));
    assertThat(JSON.readValue(JSON.writeValueAsString(device.state), Device.class))
        .isEqualTo(device.state);
  }
}
