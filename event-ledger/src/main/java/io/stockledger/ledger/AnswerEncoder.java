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

  /**
   * Encodes the answer to commands that were decided together.
   *
   * @param whole the message that carries them
   * @param decided all of them in order, and all took effect; or those that were refused, and none
   *     did; each with the position of its own last event, or of the head it was decided at
   */
  default Answer encodeTogether(CommandMessage<?> whole, List<CommandsTogether.Decided> decided) {
    throw new IllegalStateException("no answer to commands that are decided together");
  }
}
