package io.stockledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.ledger.ToyItem.Add;
import io.stockledger.ledger.ToyItem.Take;
import io.stockledger.ledger.ToyItem.TakeAndFail;
import io.stockledger.ledger.testing.TestPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.tracing.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who watches the bus by Axon's means is told of each command what its sender is told. */
class WatchedBusTest {

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> traced = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
  private final FragileDataSource writes;
  private final ToyLedger toys;

  WatchedBusTest() {
    TestPostgres postgres = TestPostgres.fresh();
    writes = new FragileDataSource(postgres.app());
    toys =
        new ToyLedger(
            postgres,
            writes,
            builder ->
                builder
                    .settings(ToyLedger.QUICK_TO_GIVE_UP)
                    .monitor(this::watch)
                    .spans(new Spans())
                    .watch((commands, took) -> batches.add(commands)));
  }

  @AfterEach
  void close() {
    toys.close();
  }

  private static String name(CommandMessage<?> command) {
    return command.getPayloadType().getSimpleName();
  }

  private MessageMonitor.MonitorCallback watch(CommandMessage<?> command) {
    told.add("came " + name(command));
    return new MessageMonitor.MonitorCallback() {
      @Override
      public void reportSuccess() {
        told.add("answered " + name(command));
      }

      @Override
      public void reportFailure(Throwable cause) {
        told.add("failed " + name(command) + " " + cause.getClass().getSimpleName());
      }

      @Override
      public void reportIgnored() {
        told.add("ignored " + name(command));
      }
    };
  }

  private final class Spans implements CommandBusSpanFactory {
    @Override
    public Span createDispatchCommandSpan(CommandMessage<?> command, boolean distributed) {
      return new Traced("dispatch " + name(command));
    }

    @Override
    public Span createHandleCommandSpan(CommandMessage<?> command, boolean distributed) {
      return new Traced("handle " + name(command) + " of " + command.getMetaData().get("trace"));
    }

    @Override
    public <T> CommandMessage<T> propagateContext(CommandMessage<T> command) {
      return command.andMetaData(Map.of("trace", "t1"));
    }
  }

  private final class Traced implements Span {
    private final String what;

    Traced(String what) {
      this.what = what;
    }

    @Override
    public Span start() {
      traced.add(what);
      return this;
    }

    @Override
    public void end() {
      traced.add("end of " + what);
    }

    @Override
    public Span recordException(Throwable cause) {
      traced.add("failure of " + what);
      return this;
    }
  }

  @Test
  void a_monitor_is_told_of_each_command_once_when_it_is_answered() {
    toys.start();
    toys.send(new Add("toy:a", 1)).join();
    toys.send(new Take("toy:a", 2)).join();
    assertThatThrownBy(toys.send(new TakeAndFail("toy:a", 1))::join);
    assertThatThrownBy(toys.sendNamed("nobody's")::join);
    assertThat(told)
        .containsExactly(
            "came Add",
            "answered Add",
            "came Take",
            "answered Take",
            "came TakeAndFail",
            "failed TakeAndFail IllegalStateException",
            "came String",
            "failed String NoHandlerForCommandException");
    assertThat(batches).containsExactly(1, 1, 1);
  }

  @Test
  void a_batch_that_runs_again_is_one_answer_to_a_monitor_and_two_spans_of_the_handler() {
    CompletableFuture<Object> added = toys.send(new Add("toy:a", 1));
    writes.breakBeforeNextCommit();
    toys.start();
    added.join();
    assertThat(told).containsExactly("came Add", "answered Add");
    assertThat(traced).filteredOn("handle Add of t1"::equals).hasSize(2);
    assertThat(writes.broken()).isEqualTo(1);
  }

  @Test
  void a_command_that_is_lost_with_the_store_is_a_failure() {
    toys.start();
    toys.send(new Add("toy:a", 5)).join();
    told.clear();
    writes.goAway();
    assertThatThrownBy(toys.send(new Take("toy:a", 5))::join);
    assertThat(told).containsExactly("came Take", "failed Take StoreUnavailableException");
  }

  @Test
  void one_that_is_not_taken_is_a_failure_at_once() {
    toys.close();
    assertThatThrownBy(toys.send(new Add("toy:a", 1))::join);
    assertThat(told).containsExactly("came Add", "failed Add ShuttingDownException");
    assertThat(traced)
        .containsExactly("dispatch Add", "failure of dispatch Add", "end of dispatch Add");
  }

  @Test
  void a_dispatch_and_its_handler_are_spans_of_one_trace() {
    toys.start();
    toys.send(new Add("toy:a", 1)).join();
    assertThat(traced)
        .contains("dispatch Add", "end of dispatch Add")
        .containsSubsequence("handle Add of t1", "end of handle Add of t1");
  }

  @Test
  void dispatch_interceptors_change_what_is_handled() {
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    toys.ledger
        .commandBus()
        .registerDispatchInterceptor(
            commands -> (index, command) -> command.andMetaData(Map.of("tenant", "t")));
    toys.ledger
        .commandBus()
        .registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              seen.add(unitOfWork.getMessage().getMetaData().get("tenant"));
              return chain.proceed();
            });
    toys.start();
    toys.send(new Add("toy:a", 1)).join();
    assertThat(seen).containsExactly("t");
  }
}
