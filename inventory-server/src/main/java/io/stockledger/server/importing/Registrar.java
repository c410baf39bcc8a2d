package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registers what the ledger does not know yet, each location and SKU once. What is registered
 * already is left as it is.
 */
final class Registrar {
  private final LedgerClient ledger;
  private final String bearer;
  private final String digest;
  private final ImportReport report;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  Registrar(LedgerClient ledger, String bearer, String digest, ImportReport report) {
    this.ledger = ledger;
    this.bearer = bearer;
    this.digest = digest;
    this.report = report;
  }

  void location(String id) {
    ObjectNode body = object().put("name", id).put("kind", "warehouse");
    ensure("/v1/locations/" + id, body.put("timeZone", RetailLine.ZONE.getId()));
  }

  void sku(String id, String name) {
    ensure("/v1/products/" + id, object().put("name", name).put("baseUnit", "piece"));
  }

  private void ensure(String path, ObjectNode body) {
    known.computeIfAbsent(path, p -> registerIfNew(p, body));
  }

  private boolean registerIfNew(String path, ObjectNode body) {
    if (ledger.send(Call.get(path, bearer)).accepted()) {
      return true;
    }
    String key =
        "import:" + digest + ":register:" + path.substring("/v1/".length()).replace('/', ':');
    Answer answer = ledger.send(Call.put(path, key, body, bearer));
    if (!answer.accepted()) {
      throw new IllegalStateException(
          "cannot register " + path + ": " + answer.status() + " " + answer.text());
    }
    report.registered();
    return true;
  }
}
