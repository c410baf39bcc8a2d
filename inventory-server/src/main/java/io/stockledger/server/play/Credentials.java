package io.stockledger.server.play;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The demo's own keys, one for each kind of user. A key is shown once only, so they are kept. */
final class Credentials {
  private Credentials() {}

  /**
   * @param operatorKey opens the making of credentials
   * @return bearer tokens by client
   * @throws IllegalStateException when the ledger does not give one
   */
  static Map<Client, String> ensure(LedgerClient ledger, String operatorKey, DemoFiles files) {
    Map<String, String> kept = files.keys();
    Map<Client, String> bearers = new EnumMap<>(Client.class);
    for (Client client : Client.values()) {
      String bearer = kept.get(client.id());
      if (bearer == null || !opens(ledger, bearer)) {
        bearer = issue(ledger, operatorKey, client);
        kept.put(client.id(), bearer);
        files.keepKeys(kept);
      }
      bearers.put(client, bearer);
    }
    return bearers;
  }

  private static boolean opens(LedgerClient ledger, String bearer) {
    return ledger.send(Call.get("/v1/locations?limit=1", bearer)).status() != 401;
  }

  private static String issue(LedgerClient ledger, String operatorKey, Client client) {
    ObjectNode body = object().put("client", client.id());
    body.putArray("roles").add(client.role());
    String key = "demo-credential-" + UUID.randomUUID();
    Answer answer = ledger.send(Call.post("/v1/credentials", key, body, operatorKey));
    String bearer = answer.body().path("key").asString("");
    if (!answer.accepted() || bearer.isEmpty()) {
      throw new IllegalStateException(
          "no credential for " + client.id() + ": " + answer.status() + " " + answer.text());
    }
    return bearer;
  }
}
