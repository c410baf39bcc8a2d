package io.stockledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Refusal;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.ChannelCommand;
import io.stockledger.api.channel.ChannelCommand.PutChannel;
import io.stockledger.api.channel.ChannelCommand.PutChannelRule;
import io.stockledger.api.channel.ChannelCommand.ReinstateChannel;
import io.stockledger.api.channel.ChannelCommand.RemoveChannelRule;
import io.stockledger.api.channel.ChannelCommand.RetireChannel;
import io.stockledger.api.channel.ChannelEvent;
import io.stockledger.api.channel.ChannelEvent.ChannelReinstated;
import io.stockledger.api.channel.ChannelEvent.ChannelRetired;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.ChannelRefusal.TooManyRules;
import io.stockledger.api.channel.ChannelRefusal.UnknownChannelRule;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.reservation.ReservationRefusal.UnknownChannel;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.api.stock.StockRefusal.UnknownSku;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.stock.Registry;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be said of a channel and its rules. */
class ChannelRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final ChannelTraits WEB = new ChannelTraits("Web", null, null, null, null, null);
  private static final Set<String> KNOWN = Set.of("L1", "85123A");

  private static final Registry REGISTRY =
      new Registry() {
        @Override
        public boolean knowsLocation(String location) {
          return KNOWN.contains(location);
        }

        @Override
        public boolean knowsProduct(String sku) {
          return KNOWN.contains(sku);
        }
      };

  private final List<ChannelEvent> recorded = new ArrayList<>();
  private @Nullable Channel channel;

  private RegistryVerdict<ChannelEvent> decide(ChannelCommand command) {
    return new ChannelRules(channel, REGISTRY, NOW).decide(command);
  }

  private List<ChannelEvent> accepted(ChannelCommand command) {
    return switch (decide(command)) {
      case RegistryVerdict.Refused<ChannelEvent> refused ->
          throw new AssertionError(refused.refusal());
      case RegistryVerdict.Accepted<ChannelEvent> accepted -> {
        accepted.events().forEach(event -> channel = Channel.evolve(channel, event));
        recorded.addAll(accepted.events());
        yield accepted.events();
      }
    };
  }

  private Refusal refused(ChannelCommand command) {
    return switch (decide(command)) {
      case RegistryVerdict.Refused<ChannelEvent> refused -> refused.refusal();
      case RegistryVerdict.Accepted<ChannelEvent> accepted -> throw new AssertionError(accepted);
    };
  }

  private Channel known() {
    return Objects.requireNonNull(channel);
  }

  private static PutChannel put(String id) {
    return new PutChannel(id, WEB, null);
  }

  private static PutChannelRule rule(String rule, RuleScope scope, long buffer) {
    return new PutChannelRule("web", rule, scope, keeping(buffer), null, null);
  }

  private static RuleTerms keeping(long buffer) {
    return new RuleTerms(
        new Buffer(buffer, null, null, null),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RuleScope scope(@Nullable String sku, @Nullable String location) {
    return new RuleScope(sku, location, null, null, null, "any-name", null);
  }

  @Test
  void the_same_content_again_changes_nothing() {
    assertThat(accepted(put("web"))).containsExactly(new ChannelSet("web", WEB, NOW, NOW));
    assertThat(accepted(put("web"))).isEmpty();
    assertThat(accepted(rule("r", RuleScope.EVERYTHING, 1)))
        .hasOnlyElementsOfType(ChannelRuleSet.class);
    assertThat(accepted(rule("r", RuleScope.EVERYTHING, 1))).isEmpty();
    assertThat(accepted(rule("r", RuleScope.EVERYTHING, 2))).hasSize(1);
  }

  @Test
  void of_a_channel_that_nobody_put_nothing_is_asked() {
    for (ChannelCommand command :
        List.of(
            new RetireChannel("web", null),
            new ReinstateChannel("web", null),
            rule("r", RuleScope.EVERYTHING, 1),
            new RemoveChannelRule("web", "r", null))) {
      assertThat(refused(command)).isEqualTo(new UnknownChannel("web"));
    }
  }

  @Test
  void the_default_channel_is_there_without_being_put() {
    PutChannelRule first =
        new PutChannelRule("default", "r", RuleScope.EVERYTHING, keeping(1), null, 0L);
    assertThat(accepted(first)).hasSize(1);
    ChannelBook book = known().book();
    assertThat(book.traits().name()).isEqualTo("default");
    assertThat(known().traits()).as("nobody put it").isNull();
    assertThat(accepted(put("default"))).hasSize(1);
    assertThat(known().rules()).containsOnlyKeys("r");
  }

  @Test
  void what_a_scope_names_must_be_there_except_groups() {
    accepted(put("web"));
    assertThat(refused(rule("r", scope("none", "L1"), 1))).isEqualTo(new UnknownSku("none"));
    assertThat(refused(rule("r", scope("85123A", "none"), 1)))
        .isEqualTo(new UnknownLocation("none"));
    assertThat(accepted(rule("r", scope("85123A", "L1"), 1))).hasSize(1);
  }

  @Test
  void a_stale_version_changes_nothing() {
    accepted(put("web"));
    assertThat(refused(new RetireChannel("web", 7L)))
        .isEqualTo(new StaleRegistryVersion("channel", "web", 7, 1));
    assertThat(accepted(new RetireChannel("web", 1L))).hasSize(1);
  }

  @Test
  void it_is_retired_once_and_comes_back() {
    accepted(put("web"));
    assertThat(accepted(new ReinstateChannel("web", null))).isEmpty();
    assertThat(accepted(new RetireChannel("web", null)))
        .containsExactly(new ChannelRetired("web", NOW, NOW));
    assertThat(accepted(new RetireChannel("web", null))).isEmpty();
    assertThat(known().book().retired()).isTrue();
    assertThat(accepted(new ReinstateChannel("web", null)))
        .containsExactly(new ChannelReinstated("web", NOW, NOW));
  }

  @Test
  void a_rule_that_is_not_there_is_not_removed() {
    accepted(put("web"));
    accepted(rule("r", RuleScope.EVERYTHING, 1));
    assertThat(accepted(new RemoveChannelRule("web", "r", null)))
        .containsExactly(new ChannelRuleRemoved("web", "r", NOW, NOW));
    assertThat(refused(new RemoveChannelRule("web", "r", null)))
        .isEqualTo(new UnknownChannelRule("web", "r"));
  }

  @Test
  void there_are_no_more_rules_than_the_limit_says() {
    accepted(put("web"));
    for (int i = 0; i < ChannelCommand.MOST_RULES; i++) {
      accepted(rule("r" + i, RuleScope.EVERYTHING, 1));
    }
    assertThat(refused(rule("more", RuleScope.EVERYTHING, 1)))
        .isEqualTo(new TooManyRules("web", ChannelCommand.MOST_RULES));
    assertThat(accepted(rule("r7", RuleScope.EVERYTHING, 2))).hasSize(1);
  }

  @Test
  void a_history_replayed_is_the_channel_as_it_stands() {
    long seed = Long.getLong("channel.seed", System.nanoTime());
    System.out.println("channel.seed=" + seed);
    Random chance = new Random(seed);
    for (int history = 0; history < 300; history++) {
      channel = null;
      recorded.clear();
      Set<String> rules = new TreeSet<>();
      accepted(put("web"));
      for (int step = 0; step < 30; step++) {
        step(chance, rules);
      }
      Channel replayed = null;
      for (ChannelEvent event : recorded) {
        replayed = Channel.evolve(replayed, event);
      }
      assertThat(replayed).as("seed %d", seed).isEqualTo(channel);
      assertThat(known().version()).isEqualTo(recorded.size());
      assertThat(known().book().rules().stream().map(Rule::id))
          .as("seed %d", seed)
          .containsExactlyInAnyOrderElementsOf(rules);
    }
  }

  private void step(Random chance, Set<String> rules) {
    String id = "r" + chance.nextInt(5);
    switch (chance.nextInt(5)) {
      case 0 -> accepted(new RetireChannel("web", null));
      case 1 -> accepted(new ReinstateChannel("web", null));
      case 2 -> {
        if (rules.remove(id)) {
          accepted(new RemoveChannelRule("web", id, null));
        } else {
          refused(new RemoveChannelRule("web", id, null));
        }
      }
      default -> {
        rules.add(id);
        accepted(rule(id, RuleScope.EVERYTHING, chance.nextInt(3)));
      }
    }
  }
}
