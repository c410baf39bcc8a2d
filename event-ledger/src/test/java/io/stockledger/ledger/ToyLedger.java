package io.stockledger.ledger;

import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.jspecify.annotations.Nullable;

/** A node with toy items on a database, and ways to ask both. */
final class ToyLedger implements AutoCloseable {

  static final LedgerSettings QUICK_TO_GIVE_UP =
      new LedgerSettings(
          512,
          10_000,
          100,
          1_000,
          Duration.ofMillis(300),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ZERO);

  final TestPostgres postgres;
  final Ledger ledger;
  final LedgerRepository<ToyItem, ToyItem.State> items;

  ToyLedger(TestPostgres postgres) {
    this(postgres, postgres.app(), builder -> builder);
  }

  ToyLedger(TestPostgres postgres, DataSource writes, UnaryOperator<LedgerBuilder> customization) {
    this(postgres, writes, customization, ToyItem.kind());
  }

  ToyLedger(
      TestPostgres postgres,
      DataSource writes,
      UnaryOperator<LedgerBuilder> customization,
      AggregateKind<ToyItem, ToyItem.State> kind) {
    this.postgres = postgres;
    LedgerBuilder builder =
        new LedgerBuilder(
                writes,
                postgres.app(),
                () -> postgres.app().getConnection(),
                new CanonicalJsonSerializer(ToyItem.NAMES))
            .answers(new ToyAnswers());
    this.ledger = customization.apply(builder).build();
    this.items = ledger.repository(kind);
    AggregateAnnotationCommandHandler.<ToyItem>builder()
        .aggregateType(ToyItem.class)
        .repository(items)
        .build()
        .subscribe(ledger.commandBus());
    ledger.commandBus().subscribe(ToyItem.TakeAll.class.getName(), this::takeAll);
    ledger.commandBus().subscribe(ToyItem.Look.class.getName(), this::look);
    ledger.commandBus().subscribe(ToyItem.TellLength.class.getName(), this::tellLength);
  }

  ToyLedger start() {
    ledger.start();
    return this;
  }

  private Object tellLength(CommandMessage<?> message) {
    ToyItem.TellLength command = (ToyItem.TellLength) message.getPayload();
    return ledger.store().readEvents(command.id()).asStream().count() + " events";
  }

  private Object look(CommandMessage<?> message) {
    ToyItem.State found = items.stateOf(((ToyItem.Look) message.getPayload()).id());
    return found == null ? "nothing" : found.onHand() + " there";
  }

  private Object takeAll(CommandMessage<?> message) {
    ToyItem.TakeAll command = (ToyItem.TakeAll) message.getPayload();
    items.readAhead(command.ids());
    for (String id : command.ids()) {
      Aggregate<ToyItem> item = items.load(id);
      String answer = item.invoke(root -> root.take(id, command.quantity()));
      if (!answer.equals("taken")) {
        throw new IllegalStateException(id + " " + answer);
      }
    }
    return "taken";
  }

  /** Says what the handler said, and from which position on; of many, line by line. */
  private static final class ToyAnswers implements AnswerEncoder {
    @Override
    public Answer encode(
        CommandMessage<?> command,
        @Nullable Object result,
        List<? extends DomainEventMessage<?>> events,
        long firstPosition) {
      requireWords(command);
      return answer(events.isEmpty(), result + " from " + firstPosition);
    }

    @Override
    public Answer encodeTogether(CommandMessage<?> whole, List<CommandsTogether.Decided> decided) {
      requireWords(whole);
      return answer(
          decided.getFirst().answer().isRefusal(),
          decided.stream()
              .map(one -> one.index() + " " + text(one.answer()) + "\n")
              .collect(Collectors.joining()));
    }

    private static void requireWords(CommandMessage<?> command) {
      if (command.getMetaData().containsKey("unspeakable")) {
        throw new IllegalStateException("no words");
      }
    }

    private static Answer answer(boolean refused, String text) {
      return Answer.of(refused ? 409 : 200, text.getBytes(StandardCharsets.UTF_8), null, true);
    }
  }

  CompletableFuture<Object> send(Object command) {
    return send(command, Map.of());
  }

  /** Sends as a client, under a key; the request's hash is made from the command. */
  CompletableFuture<Object> sendUnder(String key, Object command) {
    return send(command, under(key, command));
  }

  static Map<String, String> under(String key, Object command) {
    return Map.of(
        CommandMetadata.CLIENT,
        "c",
        CommandMetadata.KEY,
        key,
        CommandMetadata.REQUEST_HASH,
        "%08x".formatted(command.hashCode()));
  }

  /** A command under a key, to be sent with others. */
  static CommandMessage<?> part(String key, Object command) {
    return GenericCommandMessage.asCommandMessage(command).withMetaData(under(key, command));
  }

  /** Sends them as one, under no key of its own. */
  CompletableFuture<Object> sendTogether(CommandMessage<?>... parts) {
    return send(new CommandsTogether(List.of(parts)), Map.of(CommandMetadata.CLIENT, "c"));
  }

  /** Sends them as one, under a key; its hash is made from the commands. */
  CompletableFuture<Object> sendTogetherUnder(String key, CommandMessage<?>... parts) {
    List<?> commands = List.of(parts).stream().map(CommandMessage::getPayload).toList();
    return send(new CommandsTogether(List.of(parts)), under(key, commands));
  }

  CompletableFuture<Object> send(Object command, Map<String, String> metadata) {
    return dispatch(GenericCommandMessage.asCommandMessage(command).withMetaData(metadata));
  }

  CompletableFuture<Object> sendNamed(String commandName) {
    return dispatch(
        new GenericCommandMessage<>(new GenericMessage<>("nothing to say"), commandName));
  }

  private CompletableFuture<Object> dispatch(CommandMessage<?> command) {
    CompletableFuture<Object> answer = new CompletableFuture<>();
    ledger
        .commandBus()
        .dispatch(
            command,
            (message, result) -> {
              if (result.isExceptional()) {
                answer.completeExceptionally(result.exceptionResult());
              } else {
                answer.complete(result.getPayload());
              }
            });
    return answer.orTimeout(30, TimeUnit.SECONDS);
  }

  static Answer answer(CompletableFuture<Object> sent) {
    return (Answer) sent.join();
  }

  static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  long count(String sql) {
    try (Connection connection = postgres.superuser().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long events() {
    return count("select count(*) from ledger.event");
  }

  @Override
  public void close() {
    ledger.close();
  }
}
