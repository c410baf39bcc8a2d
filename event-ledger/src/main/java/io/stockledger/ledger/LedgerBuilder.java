package io.stockledger.ledger;

import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.store.ConnectionSource;
import io.stockledger.ledger.store.EventTimes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.tracing.NoOpSpanFactory;

/**
 * Assembles a {@link Ledger}. The database has been migrated ({@code db/roles.sql}, then {@code
 * db/ledger} as {@code ledger_owner}), and all connections come in as {@code ledger_app}:
 *
 * <pre>{@code
 * CanonicalJsonSerializer serializer = new CanonicalJsonSerializer(EventNames.of(names));
 * Ledger ledger = new LedgerBuilder(writes, reads, () -> DriverManager.getConnection(url, user, password), serializer)
 *     .answers(encoder)
 *     .claimIds(command -> ...)
 *     .build();
 * ledger.commandBus().registerHandlerInterceptor(new CorrelationDataInterceptor<>(providers));
 *
 * LedgerRepository<ItemAggregate, Item> items = ledger.repository(AggregateKind.of(
 *     ItemAggregate.class, ItemAggregate::new, ItemAggregate::state, ItemAggregate::restore, Item.class, Item::weight));
 * AggregateAnnotationCommandHandler.<ItemAggregate>builder()
 *     .aggregateType(ItemAggregate.class).repository(items).build()
 *     .subscribe(ledger.commandBus());
 *
 * ledger.start();  // after all handlers are subscribed
 * ...
 * ledger.close();  // answers what it took
 * }</pre>
 *
 * <p>The data sources should give up connecting after a second or two: as long as the database is
 * gone, that is what senders of commands wait for.
 */
public final class LedgerBuilder {

  final DataSource writes;
  final DataSource reads;
  final ConnectionSource listening;
  final CanonicalJsonSerializer serializer;
  AnswerEncoder encoder =
      (command, result, events, firstPosition) -> {
        throw new IllegalStateException("no encoder for the answer to " + command.getCommandName());
      };
  EventTimes times = new EventTimes() {};
  Function<CommandMessage<?>, Collection<String>> claimIds = command -> List.of();
  Function<CommandMessage<?>, Collection<Loading>> loadings = command -> List.of();
  EventUpcaster upcasters = NoOpEventUpcaster.INSTANCE;
  LedgerSettings settings = LedgerSettings.DEFAULT;
  InstantSource clock = InstantSource.system();
  DuplicateCommandHandlerResolver duplicates = DuplicateCommandHandlerResolution.rejectDuplicates();
  MessageMonitor<? super CommandMessage<?>> monitor = NoOpMessageMonitor.instance();
  CommandBusSpanFactory spans =
      DefaultCommandBusSpanFactory.builder().spanFactory(NoOpSpanFactory.INSTANCE).build();
  BatchWatch watch = (commands, took) -> {};

  /**
   * Begins with what every ledger needs.
   *
   * @param writes gives the decider its one connection, and others for snapshots
   * @param reads for everybody else; the same server, not a standby
   * @param listening opens the connection that hears of other nodes' commits; not from a pool
   * @param serializer for events and snapshots
   */
  public LedgerBuilder(
      DataSource writes,
      DataSource reads,
      ConnectionSource listening,
      CanonicalJsonSerializer serializer) {
    this.writes = writes;
    this.reads = reads;
    this.listening = listening;
    this.serializer = serializer;
  }

  /** Needed as soon as a command has a client. */
  public LedgerBuilder answers(AnswerEncoder answerEncoder) {
    this.encoder = answerEncoder;
    return this;
  }

  /** Where the times of an event's row come from; by default from its message. */
  public LedgerBuilder times(EventTimes eventTimes) {
    this.times = eventTimes;
    return this;
  }

  /** Which claims a command will ask for, so that a batch can read them all at once. */
  public LedgerBuilder claimIds(Function<CommandMessage<?>, Collection<String>> idsOfClaims) {
    this.claimIds = idsOfClaims;
    return this;
  }

  /**
   * Which aggregates a command will load, so that a batch can read at once what is not in memory.
   */
  public LedgerBuilder loadings(
      Function<CommandMessage<?>, Collection<Loading>> aggregatesOfCommands) {
    this.loadings = aggregatesOfCommands;
    return this;
  }

  public LedgerBuilder upcasters(EventUpcaster eventUpcasters) {
    this.upcasters = eventUpcasters;
    return this;
  }

  public LedgerBuilder settings(LedgerSettings ledgerSettings) {
    this.settings = ledgerSettings;
    return this;
  }

  /** When receipts are recorded and claims closed. */
  public LedgerBuilder clock(InstantSource instantSource) {
    this.clock = instantSource;
    return this;
  }

  /** What becomes of a second handler for a command; refused by default. */
  public LedgerBuilder duplicateHandlers(DuplicateCommandHandlerResolver resolver) {
    this.duplicates = resolver;
    return this;
  }

  /** Is told of each command that is dispatched, and what became of it; by default nobody. */
  public LedgerBuilder monitor(MessageMonitor<? super CommandMessage<?>> messageMonitor) {
    this.monitor = messageMonitor;
    return this;
  }

  /** Traces dispatches and handlers; by default nothing does. */
  public LedgerBuilder spans(CommandBusSpanFactory spanFactory) {
    this.spans = spanFactory;
    return this;
  }

  /** Is told of each batch that is durable; by default nobody. */
  public LedgerBuilder watch(BatchWatch batchWatch) {
    this.watch = batchWatch;
    return this;
  }

  /** Opens no connection yet. */
  public Ledger build() {
    return new Ledger(this);
  }
}
