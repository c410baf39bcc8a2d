package io.stockledger.ledger;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;

/**
 * Payload of a command that is made of others: they are decided in order, each by its own handler
 * behind the interceptors and in a unit of work of its own, and each sees what those before it did.
 * Either all take effect or none: if one of them is {@linkplain Answer#isRefusal() refused}, all
 * are taken back, and the answer is the refusal of the whole.
 *
 * <p>A command that has an answer under its key already is not decided again; that answer counts.
 * When all take effect, each is remembered under its own key, and the whole under the key of the
 * message that carries them. A refusal is remembered under the key of the whole; without one, those
 * that were refused are remembered under theirs, so that a repeat is refused alike.
 *
 * @param commands at least one, all with a {@linkplain CommandMetadata#CLIENT client}; all are dry
 *     runs if the whole is one
 */
public record CommandsTogether(List<CommandMessage<?>> commands) {

  public CommandsTogether {
    if (commands.isEmpty()) {
      throw new IllegalArgumentException("there is no command");
    }
    commands = List.copyOf(commands);
  }

  /**
   * One of the commands and its own answer.
   *
   * @param index its place, from 0
   */
  public record Decided(int index, CommandMessage<?> command, Answer answer) {}
}
