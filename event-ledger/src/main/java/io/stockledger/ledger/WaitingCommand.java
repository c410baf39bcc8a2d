package io.stockledger.ledger;

import java.util.HexFormat;
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
    this.message = message;
    this.handler = handler;
    this.callback = callback;
    String client = metadata(CommandMetadata.CLIENT);
    String key = metadata(CommandMetadata.KEY);
    this.receiptKey =
        client == null || key == null || isTrial() ? null : new ReceiptKey(client, key);
    this.requestHash = receiptKey == null ? new byte[0] : requestHash();
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

  @Nullable ReceiptKey receiptKey() {
    return receiptKey;
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
