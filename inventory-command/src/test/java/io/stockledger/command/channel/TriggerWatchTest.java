package io.stockledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import io.stockledger.command.channel.TriggerWatch.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a measure pulls a switch, and when it comes back by itself. */
class TriggerWatchTest {
  private static final long THRESHOLD = 40;

  private final TriggerWatch watch = new TriggerWatch();
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");
  private @Nullable SwitchBoard board;

  private void recorded(SwitchEvent event) {
    board = SwitchBoard.evolve(board, event);
  }

  private void put(boolean returnsByItself) {
    recorded(
        new SwitchTriggerSet(
            "t",
            TriggerCondition.REFUSALS_PER_MINUTE,
            THRESHOLD,
            SwitchScope.EVERYTHING,
            SwitchLevel.SOFT,
            returnsByItself,
            now,
            now));
  }

  private void pulled(String id) {
    recorded(
        new SwitchPulled(id, SwitchScope.EVERYTHING, SwitchLevel.SOFT, "why", "t", 40L, now, now));
  }

  private void returned(String id, @Nullable String trigger) {
    recorded(new SwitchReturned(id, null, trigger, now, now));
  }

  private void later(Duration by) {
    now = now.plus(by);
  }

  private Act at(@Nullable Long measured) {
    SwitchBoard known = Objects.requireNonNull(board);
    Trigger trigger = Objects.requireNonNull(known.triggers().get("t"));
    return watch.next("t", trigger, known, measured, now);
  }

  @Test
  void it_pulls_at_its_threshold_and_once() {
    put(false);
    assertThat(at(THRESHOLD - 1)).isEqualTo(Act.NOTHING);
    assertThat(at(null)).as("not measured").isEqualTo(Act.NOTHING);
    assertThat(at(THRESHOLD)).isEqualTo(Act.PULL);
    pulled("s1");
    assertThat(at(THRESHOLD + 9)).isEqualTo(Act.NOTHING);
  }

  @Test
  void without_being_told_it_never_returns() {
    put(false);
    pulled("s1");
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    later(TriggerWatch.CALM.multipliedBy(100));
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
  }

  @Test
  void it_returns_once_the_measure_was_below_for_a_while_without_a_break() {
    put(true);
    pulled("s1");
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    later(TriggerWatch.CALM.minusSeconds(1));
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    assertThat(at(THRESHOLD)).as("the break").isEqualTo(Act.NOTHING);
    later(Duration.ofSeconds(1));
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    later(TriggerWatch.CALM.minusSeconds(1));
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    later(Duration.ofSeconds(1));
    assertThat(at(0L)).isEqualTo(Act.GIVE_BACK);
  }

  @Test
  void what_is_not_measured_is_not_below() {
    put(true);
    pulled("s1");
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    later(TriggerWatch.CALM);
    assertThat(at(null)).isEqualTo(Act.NOTHING);
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
  }

  @Test
  void what_a_person_returned_is_pulled_again_only_after_it_was_below_once() {
    put(false);
    pulled("s1");
    later(Duration.ofSeconds(1));
    returned("s1", null);
    later(Duration.ofSeconds(1));
    assertThat(at(THRESHOLD)).isEqualTo(Act.NOTHING);
    later(Duration.ofSeconds(1));
    assertThat(at(0L)).isEqualTo(Act.NOTHING);
    assertThat(at(THRESHOLD)).isEqualTo(Act.PULL);
  }

  @Test
  void put_anew_it_pulls_again_at_once() {
    put(false);
    pulled("s1");
    returned("s1", null);
    later(Duration.ofSeconds(1));
    put(true);
    assertThat(at(THRESHOLD)).isEqualTo(Act.PULL);
  }

  @Test
  void what_it_pulled_before_it_was_put_anew_is_returned_by_a_person_all_the_same() {
    put(false);
    pulled("s1");
    later(Duration.ofSeconds(1));
    put(true);
    later(Duration.ofSeconds(1));
    returned("s1", null);
    assertThat(at(THRESHOLD)).isEqualTo(Act.NOTHING);
    put(true);
    assertThat(at(THRESHOLD)).as("put anew in the same moment").isEqualTo(Act.PULL);
  }

  @Test
  void what_came_back_by_itself_is_pulled_again_at_once() {
    put(true);
    pulled("s1");
    returned("s1", "t");
    assertThat(at(THRESHOLD)).isEqualTo(Act.PULL);
  }
}
