package io.stockledger.server.bulk;

import io.stockledger.server.write.BatchTaken;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/**
 * Remembers keys of requests whose commands are decided each for itself, so that another request
 * under the same key is refused before any of its commands is sent.
 */
@Component
class BatchRegister {

  /** A request came. */
  record TakeBatch(int commands) {}

  @CommandHandler
  BatchTaken on(TakeBatch command) {
    return new BatchTaken(command.commands());
  }
}
