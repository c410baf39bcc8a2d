package io.stockledger.ledger;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Turns a decision into the answer to its client. Runs on the decider while the ledger is locked:
 * it must not wait for anything. If it throws, its command fails and leaves no trace.
 */
@FunctionalInterface
public interface AnswerEncoder {

  /**
   * Encodes the answer to one command.
   *
   * @param command as the handler saw it
   * @param result what the handler returned
   * @param events of this command, in order; the first has the first position, the others follow
   *     without a gap
   * @param firstPosition of the events; without events, the position the next event will have
   */
  Answer encode(
      CommandMessage<?> command,
      @Nullable Object result,
      List<? extends DomainEventMessage<?>> events,
      long firstPosition);
}
