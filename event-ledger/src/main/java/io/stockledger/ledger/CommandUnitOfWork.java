package io.stockledger.ledger;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.GenericResultMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.AbstractUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.MessageProcessingContext;
import org.axonframework.messaging.unitofwork.RollbackConfiguration;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unit of work of one command in a batch. It is decided when prepare-commit is over; commit and
 * after-commit, or rollback, follow when its batch is durable or lost. Whatever is thrown rolls it
 * back: an answer is either a decision or no trace at all.
 */
final class CommandUnitOfWork extends AbstractUnitOfWork<CommandMessage<?>> {

  private static final Logger log = LoggerFactory.getLogger(CommandUnitOfWork.class);

  private final MessageProcessingContext<CommandMessage<?>> context;
  private @Nullable MetaData correlationData;

  CommandUnitOfWork(CommandMessage<?> command) {
    this.context = new MessageProcessingContext<>(command);
  }

  /** Decides: runs the task and prepare-commit. Afterwards the unit of work is not current. */
  @Override
  public <R> ResultMessage<R> executeWithResult(
      Callable<R> task, RollbackConfiguration rollbackConfiguration) {
    start();
    try {
      ResultMessage<R> result = asResult(task.call());
      if (phase() != Phase.STARTED || !isCurrent()) {
        throw new IllegalStateException("the unit of work was ended by its own handler");
      }
      setExecutionResult(new ExecutionResult(result));
      changePhase(Phase.PREPARE_COMMIT);
      CurrentUnitOfWork.clear(this);
      return result;
    } catch (Exception | Error e) {
      endNested(e);
      if (isCurrent()) {
        rollback(e);
      }
      return GenericResultMessage.asResultMessage(e);
    }
  }

  /** What a handler began inside of this one and left open must not hang over the next command. */
  private void endNested(Throwable cause) {
    while (CurrentUnitOfWork.isStarted() && !isCurrent()) {
      CurrentUnitOfWork.get().rollback(cause);
    }
  }

  @SuppressWarnings("unchecked") // a handler may return a message instead of a plain result
  private static <R> ResultMessage<R> asResult(R result) {
    if (result instanceof ResultMessage<?> message) {
      return (ResultMessage<R>) message;
    }
    return result instanceof Message<?> message
        ? new GenericResultMessage<>(result, message.getMetaData())
        : new GenericResultMessage<>(result);
  }

  /** The batch is durable. Nothing can undo the command any more, so nothing is thrown. */
  void finish() {
    conclude(Phase.COMMIT, Phase.AFTER_COMMIT);
  }

  /** The batch is lost, or the decision was only a trial. */
  void undo(Throwable cause) {
    setRollbackCause(cause);
    conclude(Phase.ROLLBACK);
  }

  private void conclude(Phase... phases) {
    CurrentUnitOfWork.set(this);
    try {
      for (Phase phase : phases) {
        enter(phase);
      }
      enter(Phase.CLEANUP);
      enter(Phase.CLOSED);
    } finally {
      CurrentUnitOfWork.clear(this);
    }
  }

  private void enter(Phase phase) {
    try {
      changePhase(phase);
    } catch (RuntimeException e) {
      log.error("{} failed in phase {}", getMessage().getCommandName(), phase, e);
    }
  }

  @Override
  public CommandMessage<?> getMessage() {
    return context.getMessage();
  }

  @Override
  public UnitOfWork<CommandMessage<?>> transformMessage(
      Function<CommandMessage<?>, ? extends Message<?>> transformOperator) {
    context.transformMessage(transformOperator);
    correlationData = null;
    return this;
  }

  /** Every event and result asks for it; it changes with the message and the providers only. */
  @Override
  public MetaData getCorrelationData() {
    if (correlationData == null) {
      correlationData = super.getCorrelationData();
    }
    return correlationData;
  }

  @Override
  public void registerCorrelationDataProvider(CorrelationDataProvider provider) {
    correlationData = null;
    super.registerCorrelationDataProvider(provider);
  }

  @Override
  public ExecutionResult getExecutionResult() {
    return context.getExecutionResult();
  }

  @Override
  protected void notifyHandlers(Phase phase) {
    context.notifyHandlers(this, phase);
  }

  @Override
  protected void addHandler(Phase phase, Consumer<UnitOfWork<CommandMessage<?>>> handler) {
    if (phase.isBefore(phase())) {
      throw new IllegalStateException("too late for " + phase + ", it is " + phase());
    }
    context.addHandler(phase, handler);
  }

  @Override
  protected void setExecutionResult(ExecutionResult executionResult) {
    context.setExecutionResult(executionResult);
  }

  @Override
  protected void setRollbackCause(Throwable cause) {
    setExecutionResult(new ExecutionResult(new GenericResultMessage<>(cause)));
  }
}
