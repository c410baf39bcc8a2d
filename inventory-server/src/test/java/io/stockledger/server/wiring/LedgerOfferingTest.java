package io.stockledger.server.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.ChannelCommand.PutChannel;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.SwitchCommand.PullSwitch;
import io.stockledger.api.channel.SwitchCommand.ReturnSwitch;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.command.channel.Channel;
import io.stockledger.command.channel.ChannelAggregate;
import io.stockledger.command.channel.ChannelTargets;
import io.stockledger.command.channel.Offering;
import io.stockledger.command.channel.SwitchBoard;
import io.stockledger.command.channel.SwitchBoardAggregate;
import io.stockledger.command.channel.SwitchTargets;
import io.stockledger.command.stock.Registry;
import io.stockledger.ledger.Ledger;
import io.stockledger.ledger.LedgerBuilder;
import io.stockledger.ledger.LedgerRepository;
import io.stockledger.ledger.json.CanonicalJsonSerializer;
import io.stockledger.ledger.testing.TestPostgres;
import io.stockledger.promise.ChannelBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a decision sees of channels and switches, whichever node wrote them. */
class LedgerOfferingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final ChannelTraits WEB = new ChannelTraits("Web", null, null, null, null, null);

  private final TestPostgres postgres = TestPostgres.fresh();
  private final Node here = new Node();
  private final Node there = new Node();

  @AfterEach
  void close() {
    here.ledger.close();
    there.ledger.close();
  }

  /** A node that takes commands on channels and switches, and can be asked what it decides by. */
  private final class Node {
    final Ledger ledger =
        new LedgerBuilder(
                postgres.app(),
                postgres.app(),
                () -> postgres.app().getConnection(),
                new CanonicalJsonSerializer(StoredNames.all()))
            .build();
    final LedgerOffering offering;
    private final AtomicInteger questions = new AtomicInteger();

    Node() {
      ParameterResolverFactory parameters =
          MultiParameterResolverFactory.ordered(
              ClasspathParameterResolverFactory.forClass(LedgerOfferingTest.class),
              new SimpleResourceParameterResolverFactory(
                  List.of(InstantSource.fixed(NOW), Registry.lenient(), Offering.plain())));
      HandlerDefinition handlers = ClasspathHandlerDefinition.forClass(LedgerOfferingTest.class);
      AggregateRepositories repositories = new AggregateRepositories(ledger, parameters, handlers);
      LedgerRepository<ChannelAggregate, Channel> channels = repositories.channelRepository();
      LedgerRepository<SwitchBoardAggregate, SwitchBoard> boards =
          repositories.switchBoardRepository();
      offering = new LedgerOffering(id -> null, sku -> null, channels, boards);
      subscribe(ChannelAggregate.class, channels, new ChannelTargets(), parameters);
      subscribe(SwitchBoardAggregate.class, boards, new SwitchTargets(), parameters);
      ledger.start();
    }

    private <T> void subscribe(
        Class<T> type,
        LedgerRepository<T, ?> repository,
        CommandTargetResolver targets,
        ParameterResolverFactory parameters) {
      AggregateAnnotationCommandHandler.<T>builder()
          .aggregateType(type)
          .repository(repository)
          .commandTargetResolver(targets)
          .parameterResolverFactory(parameters)
          .build()
          .subscribe(ledger.commandBus());
    }

    Object send(Object command) {
      return dispatch(GenericCommandMessage.asCommandMessage(command));
    }

    /** As a command sees it, on the thread that decides. */
    Object decidedBy(Function<Offering, Object> question) {
      String name = "question-" + questions.incrementAndGet();
      ledger.commandBus().subscribe(name, command -> question.apply(offering));
      return dispatch(new GenericCommandMessage<>(new GenericMessage<>("?"), name));
    }

    private Object dispatch(CommandMessage<?> command) {
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
      return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  private static Object pulled(Offering offering) {
    return offering.switches().pulled().size();
  }

  private static Object web(Offering offering) {
    return Objects.requireNonNull(offering.channel("web"));
  }

  /** Anything that is written: from then on a node knows what others wrote before. */
  private static void write(Node node, String name) {
    node.send(new PutChannel("other", new ChannelTraits(name, null, null, null, null, null), null));
  }

  @Test
  void a_switch_that_was_pulled_on_another_node_is_seen_by_the_next_decision_that_stands() {
    write(here, "before");
    assertThat(here.decidedBy(LedgerOfferingTest::pulled)).isEqualTo(0);

    there.send(
        new PullSwitch("s-1", SwitchScope.EVERYTHING, SwitchLevel.HIDDEN, "why", null, null));
    write(here, "after");
    assertThat(here.decidedBy(LedgerOfferingTest::pulled)).isEqualTo(1);

    there.send(new ReturnSwitch("s-1", null, null));
    write(here, "later");
    assertThat(here.decidedBy(LedgerOfferingTest::pulled)).isEqualTo(0);
  }

  @Test
  void a_channel_is_one_book_a_version() {
    assertThat(here.decidedBy(offering -> offering.channel("web") == null)).isEqualTo(true);
    here.send(new PutChannel("web", WEB, null));
    Object first = here.decidedBy(LedgerOfferingTest::web);
    assertThat(first).isNotNull().isSameAs(here.decidedBy(LedgerOfferingTest::web));
    there.send(new PutChannel("web", new ChannelTraits("New", null, null, null, null, null), null));
    write(here, "after");
    ChannelBook then = (ChannelBook) here.decidedBy(LedgerOfferingTest::web);
    assertThat(then.traits().name()).isEqualTo("New");
    assertThat(then.version()).isEqualTo(2);
  }

  @Test
  void the_default_channel_is_there_before_it_is_put() {
    assertThat(here.decidedBy(o -> o.channel(ChannelBook.DEFAULT) != null)).isEqualTo(true);
    assertThat(here.decidedBy(o -> o.channel("none") != null)).isEqualTo(false);
  }
}
