package io.stockledger.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.EventExamples;
import io.stockledger.api.LedgerEvent;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.lowstock.LowStockRuleEvent;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.projections.running.Folding;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.Story;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

/** What does not concern a projection changes nothing there, and asks nothing of the database. */
class ConcernsTest {
  private static final JdbcOperations NO_DATABASE = untouchable(JdbcOperations.class);

  static Stream<Projection> projections() {
    return AllProjections.list().stream();
  }

  @ParameterizedTest
  @MethodSource("projections")
  void a_projection_would_do_nothing_with_what_it_says_does_not_concern_it(Projection projection) {
    List<LedgerEvent> others =
        EventExamples.all().stream().filter(event -> !projection.concerns(event)).toList();

    assertThat(others).isNotEmpty();
    others.forEach(event -> projection.fold(NO_DATABASE, List.of(recorded(event))));
  }

  @ParameterizedTest
  @MethodSource("projections")
  void a_batch_without_anything_of_concern_costs_no_statement(Projection projection) {
    List<RecordedEvent> others =
        EventExamples.all().stream()
            .filter(event -> !projection.concerns(event))
            .map(ConcernsTest::recorded)
            .toList();

    new Folding(
            projection,
            NO_DATABASE,
            untouchable(PlatformTransactionManager.class),
            InstantSource.system())
        .fold(others);
  }

  @Test
  void a_reserve_concerns_its_figures_its_history_and_when_its_source_was_heard() {
    Object reserve = new Story().reserved(Story.ITEM, "r1", 3, null).events().getFirst().payload();

    assertThat(projections().filter(p -> p.concerns(reserve)).map(Projection::name))
        .containsExactly("registry", "on-hand", "available", "sellable", "history");
  }

  private static RecordedEvent recorded(LedgerEvent event) {
    String stream =
        switch (event) {
          case StockEvent said -> said.entry().item().stream();
          case DeviceEvent said -> "device:" + said.device();
          case LowStockRuleEvent said -> "low-stock-rule:" + said.rule();
          default -> "another:stream";
        };
    return new RecordedEvent(7, stream, 3, () -> event, Map.of());
  }

  private static <T> T untouchable(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              throw new AssertionError("asked for " + method.getName());
            }));
  }
}
