package io.stockledger.ledger;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.jspecify.annotations.Nullable;

/** A command that was taken and is owed exactly one answer. */
final class WaitingCommand {

  private final CommandMessage<?> message;
  private final MessageHandler<? super CommandMessage<?>> handler;
  private final CommandCallback<Object, Object> callback;
  private final List<WaitingCommand> together;
  private final @Nullable ReceiptKey receiptKey;
  private final byte[] requestHash;
  private final AtomicBoolean answered = new AtomicBoolean();

  /**
   * @throws IllegalArgumentException if it has a key and no hash of the request
   */
  WaitingCommand(
      CommandMessage<?> message,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<Object, Object> callback) {
    this(message, handler, callback, List.of());
  }

  private WaitingCommand(
      CommandMessage<?> message,
      MessageHandler<? super CommandMessage<?>> handler,
      CommandCallback<Object, Object> callback,
      List<WaitingCommand> together) {
    this.message = message;
    this.handler = handler;
    this.callback = callback;
    this.together = together;
    String client = metadata(CommandMetadata.CLIENT);
    String key = metadata(CommandMetadata.KEY);
    this.receiptKey =
        client == null || key == null || isTrial() ? null : new ReceiptKey(client, key);
    this.requestHash = receiptKey == null ? new byte[0] : requestHash();
  }

  /**
   * A message that carries {@link CommandsTogether}.
   *
   * @param commands of it; nobody waits for them but the whole
   * @throws IllegalArgumentException if one of them has no client, or is a dry run where the whole
   *     is none
   */
  static WaitingCommand ofAll(
      CommandMessage<?> whole,
      List<WaitingCommand> commands,
      CommandCallback<Object, Object> callback) {
    WaitingCommand waiting =
        new WaitingCommand(
            whole,
            message -> {
              throw new IllegalStateException("is decided by the handlers of its commands");
            },
            callback,
            List.copyOf(commands));
    for (WaitingCommand command : commands) {
      if (!command.hasClient() || command.isTrial() != waiting.isTrial()) {
        throw new IllegalArgumentException(
            "commands that are decided together have a client, and are all dry runs or none");
      }
    }
    return waiting;
  }

  private byte[] requestHash() {
    String hash = metadata(CommandMetadata.REQUEST_HASH);
    if (hash == null) {
      throw new IllegalArgumentException("a command with a key needs the hash of its request");
    }
    return HexFormat.of().parseHex(hash);
  }

  private @Nullable String metadata(String name) {
    Object value = message.getMetaData().get(name);
    return value == null ? null : value.toString();
  }

  /** To be decided and answered, and nothing written. */
  boolean isTrial() {
    return Boolean.parseBoolean(metadata(CommandMetadata.DRY_RUN));
  }

  /** Whether its answer is to be encoded. */
  boolean hasClient() {
    return metadata(CommandMetadata.CLIENT) != null;
  }

  CommandMessage<?> message() {
    return message;
  }

  String name() {
    return message.getCommandName();
  }

  MessageHandler<? super CommandMessage<?>> handler() {
    return handler;
  }

  /** The commands it is made of; none, if it is a single one. */
  List<WaitingCommand> together() {
    return together;
  }

  /** The messages that have handlers: its own, or those of the commands it is made of. */
  List<? extends CommandMessage<?>> handledMessages() {
    return together.isEmpty()
        ? List.of(message)
        : together.stream().map(WaitingCommand::message).toList();
  }

  /** How many commands it is, for limits. */
  int size() {
    return Math.max(1, together.size());
  }

  @Nullable ReceiptKey receiptKey() {
    return receiptKey;
  }

  /** Its own and those of the commands it is made of. */
  Set<ReceiptKey> receiptKeys() {
    if (together.isEmpty()) {
      return receiptKey == null ? Set.of() : Set.of(receiptKey);
    }
    Set<ReceiptKey> keys = new LinkedHashSet<>();
    for (WaitingCommand command : together) {
      keys.addAll(command.receiptKeys());
    }
    if (receiptKey != null && !keys.add(receiptKey)) {
      throw new IllegalStateException("the key of the whole is that of a part");
    }
    return keys;
  }

  byte[] hashOfRequest() {
    return requestHash;
  }

  /** Only the first answer counts. */
  void answer(CommandResultMessage<?> result) {
    if (answered.compareAndSet(false, true)) {
      callback.onResult(message, result);
    }
  }
}
