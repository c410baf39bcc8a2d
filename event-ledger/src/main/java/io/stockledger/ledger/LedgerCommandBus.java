package io.stockledger.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.MonitorAwareCallback;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.LoggingCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.tracing.Span;

/**
 * Axon's command bus with one decider. Commands are decided in the order of their dispatch, many to
 * a transaction, and answered when they are durable. Handlers and handler interceptors run on the
 * decider: they must neither wait nor send a command and wait for its answer. They may run again if
 * the database fails.
 *
 * <p>A monitor is told of a command when it is dispatched, and once more when it is answered: a
 * refusal is a success to it, what is told as an exception is a failure. The span of a dispatch
 * ends with the dispatch; each time a handler runs has a span of its own.
 *
 * <p>Commands that take effect together or not at all are dispatched as one, whose payload is
 * {@link CommandsTogether}. Dispatch interceptors see both it and them, monitors it only, handler
 * interceptors and the spans of handlers them only.
 *
 * <p>A command with a {@linkplain CommandMetadata#CLIENT client} is answered with an {@link
 * Answer}, others with what their handler returned. Refusals are plain return values; whatever is
 * thrown leaves no trace. Beside what handlers throw, callbacks are told {@link
 * OverloadedException}, {@link ShuttingDownException}, {@link KeyInFlightException}, {@link
 * KeyReusedException}, {@link StoreUnavailableException} and {@link NoHandlerForCommandException}.
 */
public final class LedgerCommandBus implements CommandBus {

  private static final CommandCallback<Object, Object> NOBODY_WAITS = (command, result) -> {};

  private final ConcurrentMap<String, MessageHandler<? super CommandMessage<?>>> handlers =
      new ConcurrentHashMap<>();
  private final List<MessageDispatchInterceptor<? super CommandMessage<?>>> dispatchInterceptors =
      new CopyOnWriteArrayList<>();
  private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> handlerInterceptors;
  private final Intake intake;
  private final DuplicateCommandHandlerResolver duplicates;

  private final MessageMonitor<? super CommandMessage<?>> monitor;
  private final CommandBusSpanFactory spans;

  LedgerCommandBus(
      Intake intake,
      List<MessageHandlerInterceptor<? super CommandMessage<?>>> handlerInterceptors,
      LedgerBuilder builder) {
    this.intake = intake;
    this.handlerInterceptors = handlerInterceptors;
    this.duplicates = builder.duplicates;
    this.monitor = builder.monitor;
    this.spans = builder.spans;
  }

  /** Commands that wait to be decided. */
  public int queueLength() {
    return intake.size();
  }

  @Override
  public <C> void dispatch(CommandMessage<C> command) {
    dispatch(command, LoggingCallback.INSTANCE);
  }

  @Override
  public <C, R> void dispatch(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    Span span = spans.createDispatchCommandSpan(command, false);
    span.run(() -> take(intercept(command), new FailingSpan<>(span, callback)));
  }

  private <C, R> void take(
      CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
    CommandCallback<? super C, ? super R> monitored =
        new MonitorAwareCallback<>(callback, monitor.onMessageIngested(command));
    try {
      intake.offer(waiting(spans.propagateContext(command), erased(monitored)));
    } catch (RuntimeException e) {
      monitored.onResult(command, GenericCommandResultMessage.asCommandResultMessage(e));
    }
  }

  /** The span of a dispatch is told what went wrong, also when it is over by then. */
  private record FailingSpan<C, R>(Span span, CommandCallback<? super C, ? super R> callback)
      implements CommandCallback<C, R> {
    @Override
    public void onResult(
        CommandMessage<? extends C> command, CommandResultMessage<? extends R> result) {
      if (result.isExceptional()) {
        span.recordException(result.exceptionResult());
      }
      callback.onResult(command, result);
    }
  }

  private WaitingCommand waiting(
      CommandMessage<?> command, CommandCallback<Object, Object> callback) {
    if (!(command.getPayload() instanceof CommandsTogether whole)) {
      return new WaitingCommand(command, handlerOf(command), callback);
    }
    List<WaitingCommand> commands = new ArrayList<>(whole.commands().size());
    for (CommandMessage<?> each : whole.commands()) {
      CommandMessage<?> intercepted = intercept(each);
      commands.add(new WaitingCommand(intercepted, handlerOf(intercepted), NOBODY_WAITS));
    }
    return WaitingCommand.ofAll(command, commands, callback);
  }

  @SuppressWarnings("unchecked") // the callback gets back the very command it came with
  private static CommandCallback<Object, Object> erased(CommandCallback<?, ?> callback) {
    return (CommandCallback<Object, Object>) callback;
  }

  @SuppressWarnings("unchecked") // interceptors may replace a command by one of its kind
  private <C> CommandMessage<C> intercept(CommandMessage<C> command) {
    CommandMessage<C> intercepted = command;
    for (MessageDispatchInterceptor<? super CommandMessage<?>> each : dispatchInterceptors) {
      intercepted = (CommandMessage<C>) each.handle(intercepted);
    }
    return intercepted;
  }

  private MessageHandler<? super CommandMessage<?>> handlerOf(CommandMessage<?> command) {
    MessageHandler<? super CommandMessage<?>> handler = handlers.get(command.getCommandName());
    if (handler == null) {
      throw new NoHandlerForCommandException(command);
    }
    return handler;
  }

  @Override
  public Registration subscribe(
      String commandName, MessageHandler<? super CommandMessage<?>> handler) {
    handlers.merge(
        commandName,
        handler,
        (known, added) ->
            known.equals(added) ? known : duplicates.resolve(commandName, known, added));
    return () -> handlers.remove(commandName, handler);
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
    dispatchInterceptors.add(dispatchInterceptor);
    return () -> dispatchInterceptors.remove(dispatchInterceptor);
  }

  @Override
  public Registration registerHandlerInterceptor(
      MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
    handlerInterceptors.add(handlerInterceptor);
    return () -> handlerInterceptors.remove(handlerInterceptor);
  }
}
