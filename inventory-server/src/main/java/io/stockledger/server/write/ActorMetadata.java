package io.stockledger.server.write;

import io.stockledger.ledger.CommandMetadata;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Who did it, on every event: the client, the credential and the key of its command, taken from the
 * command's metadata, which come from the credential and never from a body.
 */
public final class ActorMetadata implements CorrelationDataProvider {
  static final String CREDENTIAL = "credential";

  /** The channel through whose eyes the answer is made; absent for all others. */
  public static final String VIEW = "view";

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> actor = new HashMap<>();
    if (message.getMetaData().get(CommandMetadata.CLIENT) instanceof String owner) {
      int slash = owner.indexOf('/');
      actor.put(CommandMetadata.CLIENT, slash < 0 ? owner : owner.substring(0, slash));
    }
    for (String name : new String[] {CREDENTIAL, CommandMetadata.KEY}) {
      if (message.getMetaData().get(name) instanceof String value) {
        actor.put(name, value);
      }
    }
    return actor;
  }
}
