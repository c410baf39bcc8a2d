package io.stockledger.server.write;

import io.stockledger.ledger.Answer;
import io.stockledger.server.http.Write;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Secrets that are told in the very first answer only: what is remembered for a repeat is that
 * answer without them.
 */
@Component
public class ToldOnce {
  private final JsonMapper json;

  ToldOnce(JsonMapper json) {
    this.json = json;
  }

  /**
   * The answer, with more where it is the first and something took effect.
   *
   * @param secret adds to what is told
   */
  public ResponseEntity<byte[]> with(Answer answer, Write write, Consumer<ObjectNode> secret) {
    if (answer.isRefusal() || answer.replayed() || write.dryRun()) {
      return WriteGateway.response(answer, write.dryRun());
    }
    ObjectNode told = (ObjectNode) json.readTree(answer.body());
    secret.accept(told);
    Answer first =
        new Answer(
            answer.status(),
            json.writeValueAsBytes(told),
            answer.location(),
            answer.position(),
            answer.remembered(),
            answer.replayed());
    return WriteGateway.response(first, write.dryRun());
  }
}
