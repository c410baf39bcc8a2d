package io.stockledger.server.wiring;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stockledger.ledger.BatchWatch;
import io.stockledger.ledger.KeyInFlightException;
import io.stockledger.ledger.KeyReusedException;
import io.stockledger.ledger.LedgerCommandBus;
import io.stockledger.ledger.OverloadedException;
import io.stockledger.ledger.ShuttingDownException;
import io.stockledger.ledger.StoreUnavailableException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.monitoring.MessageMonitor;

/**
 * How this node's ledger does, as metrics: {@code stockledger.commands}, {@code
 * stockledger.commands.waiting}, {@code stockledger.batches}, {@code stockledger.batches.commands}.
 */
final class CommandMeters implements MessageMonitor<CommandMessage<?>>, BatchWatch {
  private static final String COMMANDS = "stockledger.commands";
  private static final String BATCHES = "stockledger.batches";

  private final MeterRegistry registry;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
  private final Timer batches;
  private final DistributionSummary commandsOfBatch;

  private record Kind(Class<?> command, Outcome outcome) {}

  /** What a command came to. */
  private enum Outcome {
    /** It was decided, whether it took effect or was refused, or its receipt told the answer. */
    ANSWERED,
    /** Another request has its key. */
    KEY,
    /** It was not taken: the queue was full, or the node was ending. */
    OVERLOADED,
    /** The database could not be reached; whether it took effect its key tells. */
    UNAVAILABLE,
    /** A mistake of ours. */
    FAILED;

    static Outcome of(Throwable failure) {
      return switch (failure) {
        case KeyReusedException e -> KEY;
        case KeyInFlightException e -> KEY;
        case OverloadedException e -> OVERLOADED;
        case ShuttingDownException e -> OVERLOADED;
        case StoreUnavailableException e -> UNAVAILABLE;
        default -> FAILED;
      };
    }
  }

  CommandMeters(MeterRegistry registry) {
    this.registry = registry;
    this.batches =
        Timer.builder(BATCHES)
            .description("batches that became durable, from their first statement to their commit")
            .register(registry);
    this.commandsOfBatch =
        DistributionSummary.builder(BATCHES + ".commands")
            .description("commands a batch")
            .register(registry);
  }

  /** Shows how many commands wait to be decided. */
  void showQueue(LedgerCommandBus bus) {
    Gauge.builder(COMMANDS + ".waiting", bus, LedgerCommandBus::queueLength)
        .description("commands that wait to be decided")
        .register(registry);
  }

  @Override
  public MonitorCallback onMessageIngested(CommandMessage<?> command) {
    long came = System.nanoTime();
    Class<?> type = command.getPayloadType();
    return new MonitorCallback() {
      @Override
      public void reportSuccess() {
        record(Outcome.ANSWERED);
      }

      @Override
      public void reportFailure(Throwable cause) {
        record(Outcome.of(cause));
      }

      @Override
      public void reportIgnored() {
        // a command is never ignored
      }

      private void record(Outcome outcome) {
        timers
            .computeIfAbsent(new Kind(type, outcome), CommandMeters.this::timer)
            .record(System.nanoTime() - came, TimeUnit.NANOSECONDS);
      }
    };
  }

  private Timer timer(Kind kind) {
    return Timer.builder(COMMANDS)
        .description("commands, from where they were sent to the ledger to their answer")
        .tag("command", kind.command().getSimpleName())
        .tag("outcome", kind.outcome().name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  @Override
  public void durable(int commands, Duration took) {
    batches.record(took);
    commandsOfBatch.record(commands);
  }
}
