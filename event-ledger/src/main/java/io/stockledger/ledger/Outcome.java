package io.stockledger.ledger;

import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to a command's sender once the batch is durable.
 *
 * @param unitOfWork to be finished before; null if it is already over, or there was none
 */
record Outcome(
    WaitingCommand command,
    CommandResultMessage<?> result,
    @Nullable CommandUnitOfWork unitOfWork) {

  static Outcome told(WaitingCommand command, Object answer) {
    return new Outcome(command, new GenericCommandResultMessage<>(answer), null);
  }

  static Outcome failed(WaitingCommand command, Throwable cause) {
    return new Outcome(command, new GenericCommandResultMessage<>(cause), null);
  }

  void durable() {
    if (unitOfWork != null) {
      unitOfWork.finish();
    }
  }

  void lost(Throwable cause) {
    if (unitOfWork != null) {
      unitOfWork.undo(cause);
    }
  }
}
