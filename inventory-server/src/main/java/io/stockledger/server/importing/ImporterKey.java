package io.stockledger.server.importing;

import static io.stockledger.server.client.LedgerClient.object;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * The importer's own credential, an integration that may state what lies far back. It is made once
 * with the operator's key and kept beside it, readable by its owner only.
 */
final class ImporterKey {
  private ImporterKey() {}

  static String ensure(LedgerClient ledger, ImportOptions options) throws IOException {
    Path given = options.keyFile();
    if (given != null) {
      return Files.readString(given).strip();
    }
    Path kept = options.dataDir().resolve("importer.key");
    if (Files.exists(kept)) {
      String bearer = Files.readString(kept).strip();
      if (ledger.send(Call.get("/v1/locations?limit=1", bearer)).status() != 401) {
        return bearer;
      }
    }
    Path operator = options.dataDir().resolve("operator.key");
    String bearer = issue(ledger, Files.readString(operator).strip());
    Files.deleteIfExists(kept);
    Files.createFile(
        kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(kept, bearer);
    return bearer;
  }

  private static String issue(LedgerClient ledger, String operatorKey) {
    ObjectNode body = object().put("client", "importer");
    body.putArray("roles").add("integration");
    body.putArray("rights").add("backdate");
    String key = "importer-credential-" + UUID.randomUUID();
    Answer answer = ledger.send(Call.post("/v1/credentials", key, body, operatorKey));
    String bearer = answer.body().path("key").asString("");
    if (!answer.accepted() || bearer.isEmpty()) {
      throw new IllegalStateException(
          "no credential for the importer: " + answer.status() + " " + answer.text());
    }
    return bearer;
  }
}
