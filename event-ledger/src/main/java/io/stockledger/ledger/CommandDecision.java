package io.stockledger.ledger;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides one command of a batch: from its receipt, or by its handler in a unit of work of its own.
 * Either everything it staged becomes part of the batch, or nothing.
 */
final class CommandDecision {

  private static final Logger log = LoggerFactory.getLogger(CommandDecision.class);

  private final AnswerEncoder encoder;
  private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;
  private final List<BatchPart> parts;
  private final LedgerClaims claims;
  private final InstantSource clock;
  private final CommandBusSpanFactory spans;

  CommandDecision(
      LedgerBuilder builder,
      List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors,
      List<BatchPart> parts,
      LedgerClaims claims) {
    this.encoder = builder.encoder;
    this.interceptors = interceptors;
    this.parts = parts;
    this.claims = claims;
    this.clock = builder.clock;
    this.spans = builder.spans;
  }

  Outcome replay(WaitingCommand command, Receipt receipt) {
    return Arrays.equals(receipt.requestHash(), command.hashOfRequest())
        ? Outcome.told(command, receipt.replayed())
        : Outcome.failed(command, new KeyReusedException(receipt.key()));
  }

  Outcome decide(WaitingCommand command, OpenBatch batch) {
    return decide(command, batch, command.isTrial());
  }

  /** What it stages stays for those that are decided together with it, also in a dry run. */
  Outcome decideAmong(WaitingCommand command, OpenBatch batch) {
    return decide(command, batch, false);
  }

  private Outcome decide(WaitingCommand command, OpenBatch batch, boolean dropped) {
    CommandUnitOfWork unitOfWork = new CommandUnitOfWork(command.message());
    ResultMessage<Object> result = handle(command, unitOfWork);
    if (result.isExceptional()) {
      return failed(command, batch, result.exceptionResult(), null);
    }
    try {
      requireEventBesideClaim(batch);
      Object told = command.hasClient() ? encode(unitOfWork, result, batch) : result;
      return dropped
          ? tried(command, batch, told, unitOfWork)
          : succeeded(command, batch, told, unitOfWork);
    } catch (RuntimeException e) {
      return failed(command, batch, e, unitOfWork);
    }
  }

  private ResultMessage<Object> handle(WaitingCommand command, CommandUnitOfWork unitOfWork) {
    return spans
        .createHandleCommandSpan(command.message(), false)
        .runSupplier(
            () ->
                unitOfWork.executeWithResult(
                    new DefaultInterceptorChain<>(unitOfWork, interceptors, command.handler())
                        ::proceed,
                    RollbackConfigurationType.ANY_THROWABLE));
  }

  /** Other nodes learn of claims by new positions, so that a claim never changes without one. */
  private void requireEventBesideClaim(OpenBatch batch) {
    if (claims.hasDraft() && !batch.hasDraftEvents()) {
      throw new IllegalStateException("a command that puts a claim must have an event");
    }
  }

  private Answer encode(
      CommandUnitOfWork unitOfWork, ResultMessage<Object> result, OpenBatch batch) {
    return encoder.encode(
        unitOfWork.getMessage(), result.getPayload(), batch.draftEvents(), batch.head() + 1);
  }

  private Outcome succeeded(
      WaitingCommand command, OpenBatch batch, Object told, CommandUnitOfWork unitOfWork) {
    long position = batch.draftHead();
    CommandResultMessage<?> answer = resultMessage(told, position);
    parts.forEach(part -> part.accept(position));
    batch.keepDraft();
    if (told instanceof Answer given) {
      remember(command, batch, given.at(position));
    }
    return new Outcome(command, answer, List.of(unitOfWork));
  }

  /** Writes a receipt, if it has a key and the answer is one to be remembered. */
  void remember(WaitingCommand command, OpenBatch batch, Answer answer) {
    ReceiptKey key = command.receiptKey();
    if (key != null && answer.remembered()) {
      batch.remember(
          new Receipt(
              key.client(),
              key.key(),
              command.hashOfRequest(),
              answer.status(),
              answer.location(),
              answer.body(),
              answer.position(),
              clock.instant()));
    }
  }

  /** A trial leaves no trace, and its position is where the ledger stands without it. */
  private Outcome tried(
      WaitingCommand command, OpenBatch batch, Object told, CommandUnitOfWork unitOfWork) {
    drop(batch);
    unitOfWork.undo(new DryRunException());
    return new Outcome(command, resultMessage(told, batch.head()), List.of());
  }

  private Outcome failed(
      WaitingCommand command,
      OpenBatch batch,
      Throwable cause,
      @Nullable CommandUnitOfWork decided) {
    log.warn("{} failed and leaves no trace", command.name(), cause);
    drop(batch);
    if (decided != null) {
      decided.undo(cause);
    }
    return Outcome.failed(command, cause);
  }

  private void drop(OpenBatch batch) {
    parts.forEach(BatchPart::reject);
    batch.dropDraft();
  }

  private static CommandResultMessage<?> resultMessage(Object told, long position) {
    return told instanceof Answer answer
        ? new GenericCommandResultMessage<>(answer.at(position))
        : GenericCommandResultMessage.asCommandResultMessage(told);
  }
}
