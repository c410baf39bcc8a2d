package io.stockledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Refusal;
import io.stockledger.api.channel.ChannelRefusal.DuplicateSwitch;
import io.stockledger.api.channel.ChannelRefusal.SwitchReturnedBefore;
import io.stockledger.api.channel.ChannelRefusal.UnknownSwitch;
import io.stockledger.api.channel.ChannelRefusal.UnknownTrigger;
import io.stockledger.api.channel.SwitchCommand;
import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchCommand.PutTrigger;
import io.stockledger.api.channel.SwitchCommand.RemoveTrigger;
import io.stockledger.api.channel.SwitchCommand.ReturnSwitch;
import io.stockledger.api.channel.SwitchEvent;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.stock.Registry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a switch is pulled, when it is back, and what a trigger may. */
class SwitchRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private final List<SwitchEvent> recorded = new ArrayList<>();
  private @Nullable SwitchBoard board;

  private RegistryVerdict<SwitchEvent> decide(SwitchCommand command) {
    return new SwitchRules(board, Offering.plain(), Registry.lenient(), NOW).decide(command);
  }

  private List<SwitchEvent> accepted(SwitchCommand command) {
    return switch (decide(command)) {
      case RegistryVerdict.Refused<SwitchEvent> refused ->
          throw new AssertionError(refused.refusal());
      case RegistryVerdict.Accepted<SwitchEvent> accepted -> {
        accepted.events().forEach(event -> board = SwitchBoard.evolve(board, event));
        recorded.addAll(accepted.events());
        yield accepted.events();
      }
    };
  }

  private Refusal refused(SwitchCommand command) {
    return switch (decide(command)) {
      case RegistryVerdict.Refused<SwitchEvent> refused -> refused.refusal();
      case RegistryVerdict.Accepted<SwitchEvent> accepted -> throw new AssertionError(accepted);
    };
  }

  private static PullSwitch pull(String id, String why, @Nullable String trigger) {
    return new PullSwitch(
        id, SwitchScope.EVERYTHING, SwitchLevel.SOFT, why, trigger, trigger == null ? null : 40L);
  }

  private static PutTrigger trigger(String id) {
    return new PutTrigger(
        id,
        TriggerCondition.REFUSALS_PER_MINUTE,
        40,
        SwitchScope.EVERYTHING,
        SwitchLevel.SOFT,
        false);
  }

  @Test
  void a_switch_is_pulled_once_whoever_says_it_again() {
    assertThat(accepted(pull("s", "why", null))).hasSize(1);
    assertThat(accepted(pull("s", "why", null))).isEmpty();
    assertThat(refused(pull("s", "another why", null))).isEqualTo(new DuplicateSwitch("s"));
  }

  @Test
  void an_id_is_that_of_one_pull() {
    accepted(pull("s", "why", null));
    accepted(new ReturnSwitch("s", null, null));
    assertThat(refused(pull("s", "why", null))).isEqualTo(new DuplicateSwitch("s"));
  }

  @Test
  void it_is_returned_once() {
    assertThat(refused(new ReturnSwitch("s", null, null))).isEqualTo(new UnknownSwitch("s"));
    accepted(pull("s", "why", null));
    assertThat(accepted(new ReturnSwitch("s", null, null))).hasSize(1);
    assertThat(refused(new ReturnSwitch("s", null, null)))
        .isEqualTo(new SwitchReturnedBefore("s", NOW));
  }

  @Test
  void of_switches_that_came_back_the_board_remembers_the_last_ones_only() {
    SortedMap<String, Instant> returned = new TreeMap<>();
    for (int i = 0; i < SwitchCommand.MOST_RETURNED; i++) {
      returned.put("r" + i, NOW.minusSeconds(i));
    }
    board = new SwitchBoard(new TreeMap<>(), returned, new TreeMap<>(), 1, NOW);
    String oldest = "r" + (SwitchCommand.MOST_RETURNED - 1);
    assertThat(refused(pull(oldest, "why", null))).isEqualTo(new DuplicateSwitch(oldest));
    accepted(pull("s", "why", null));
    accepted(new ReturnSwitch("s", null, null));
    assertThat(Objects.requireNonNull(board).returned())
        .hasSize(SwitchCommand.MOST_RETURNED)
        .containsKeys("s", "r0")
        .doesNotContainKey(oldest);
    assertThat(refused(pull("s", "why", null))).isEqualTo(new DuplicateSwitch("s"));
    assertThat(refused(new ReturnSwitch(oldest, null, null))).isEqualTo(new UnknownSwitch(oldest));
  }

  @Test
  void a_channel_that_is_named_must_be_there() {
    SwitchScope scope = new SwitchScope("none", null, null, null);
    assertThat(refused(new PullSwitch("s", scope, SwitchLevel.SOFT, "why", null, null)))
        .isEqualTo(new UnknownChannel("none"));
  }

  @Test
  void a_trigger_has_one_switch_pulled_however_many_nodes_measure() {
    accepted(trigger("t"));
    assertThat(accepted(pull("s1", "measured", "t"))).hasSize(1);
    assertThat(accepted(pull("s2", "measured", "t"))).isEmpty();
    accepted(new ReturnSwitch("s1", null, null));
    assertThat(accepted(pull("s3", "measured", "t"))).hasSize(1);
  }

  @Test
  void a_trigger_that_was_removed_pulls_nothing_and_what_it_pulled_stays() {
    accepted(trigger("t"));
    assertThat(accepted(trigger("t"))).isEmpty();
    accepted(pull("s1", "measured", "t"));
    accepted(new RemoveTrigger("t"));
    assertThat(refused(new RemoveTrigger("t"))).isEqualTo(new UnknownTrigger("t"));
    assertThat(refused(pull("s2", "measured", "t"))).isEqualTo(new UnknownTrigger("t"));
    assertThat(Objects.requireNonNull(board).pulled()).containsOnlyKeys("s1");
  }

  @Test
  void a_history_replayed_is_the_board_as_it_stands() {
    long seed = Long.getLong("switches.seed", System.nanoTime());
    System.out.println("switches.seed=" + seed);
    Random chance = new Random(seed);
    for (int history = 0; history < 300; history++) {
      board = null;
      recorded.clear();
      Set<String> pulled = new TreeSet<>();
      for (int step = 0; step < 30; step++) {
        step(chance, pulled, "s" + step);
      }
      SwitchBoard replayed = null;
      for (SwitchEvent event : recorded) {
        replayed = SwitchBoard.evolve(replayed, event);
      }
      assertThat(replayed).as("seed %d", seed).isEqualTo(board);
      Set<String> now = new TreeSet<>();
      if (board != null) {
        board.switches().pulled().forEach(one -> now.add(one.switchId()));
      }
      assertThat(now).as("seed %d", seed).isEqualTo(pulled);
    }
  }

  private void step(Random chance, Set<String> pulled, String fresh) {
    if (chance.nextBoolean()) {
      accepted(pull(fresh, "why", null));
      pulled.add(fresh);
    } else if (!pulled.isEmpty()) {
      String id = List.copyOf(pulled).get(chance.nextInt(pulled.size()));
      accepted(new ReturnSwitch(id, null, null));
      pulled.remove(id);
    } else {
      refused(new ReturnSwitch(fresh, null, null));
    }
  }
}
