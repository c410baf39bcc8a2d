package io.stockledger.command.lowstock;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.lowstock.LowStockRuleEvent.LowStockRuleSet;
import io.stockledger.api.lowstock.PutLowStockRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LowStockRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final LowStockRuleSet AT_L1 =
      new LowStockRuleSet("r", "L1", List.of(), 3L, 4L, NOW, NOW);

  private final AggregateTestFixture<LowStockRuleAggregate> fixture =
      new AggregateTestFixture<>(LowStockRuleAggregate.class);

  @BeforeEach
  void inject() {
    fixture.registerInjectableResource(InstantSource.fixed(NOW));
    fixture.registerCommandTargetResolver(new LowStockRuleTargets());
  }

  private static PutLowStockRule put(@Nullable Long low, @Nullable Long ifVersion) {
    return new PutLowStockRule("r", "L1", List.of(), low, low == null ? null : low + 1, ifVersion);
  }

  @Test
  void a_rule_is_put() {
    fixture.givenNoPriorActivity().when(put(3L, null)).expectEvents(AT_L1);
  }

  @Test
  void the_same_again_changes_nothing() {
    fixture.given(AT_L1).when(put(3L, 1L)).expectNoEvents();
  }

  @Test
  void without_low_it_says_nothing_any_more() {
    fixture
        .given(AT_L1)
        .when(put(null, null))
        .expectEvents(new LowStockRuleSet("r", "L1", List.of(), null, null, NOW, NOW));
  }

  @Test
  void a_stale_version_changes_nothing() {
    fixture
        .given(AT_L1)
        .when(put(9L, 7L))
        .expectNoEvents()
        .expectResultMessagePayload(
            new Outcome.Refused(new StaleRegistryVersion("low-stock-rule", "r", 7, 1)));
  }

  @Test
  void what_it_is_kept_as_is_what_it_was() {
    LowStockRule rule = LowStockRule.evolve(null, AT_L1);
    assertThat(rule.version()).isEqualTo(1);
    assertThat(LowStockRule.evolve(rule, AT_L1).version()).isEqualTo(2);
  }
}
