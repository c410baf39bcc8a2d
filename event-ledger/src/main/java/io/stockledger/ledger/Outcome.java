package io.stockledger.ledger;

import java.util.List;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;

/**
 * What is to be told to a command's sender once the batch is durable.
 *
 * @param unitsOfWork to be finished before; none if they are already over, or there was none
 */
record Outcome(
    WaitingCommand command, CommandResultMessage<?> result, List<CommandUnitOfWork> unitsOfWork) {

  static Outcome told(WaitingCommand command, Object answer) {
    return decided(command, answer, List.of());
  }

  static Outcome decided(
      WaitingCommand command, Object answer, List<CommandUnitOfWork> unitsOfWork) {
    return new Outcome(command, new GenericCommandResultMessage<>(answer), unitsOfWork);
  }

  static Outcome failed(WaitingCommand command, Throwable cause) {
    return new Outcome(command, new GenericCommandResultMessage<>(cause), List.of());
  }

  void durable() {
    unitsOfWork.forEach(CommandUnitOfWork::finish);
  }

  void lost(Throwable cause) {
    unitsOfWork.reversed().forEach(unitOfWork -> unitOfWork.undo(cause));
  }
}
