package io.stockledger.server.play;

import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/** Keys by role, and lines to paste into a shell. */
final class Farewell {
  private final URI server;
  private final Map<Client, String> bearers;
  private final PrintStream out;

  Farewell(URI server, Map<Client, String> bearers, PrintStream out) {
    this.server = server;
    this.bearers = bearers;
    this.out = out;
  }

  void print() {
    out.printf("%nThe ledger stays up at %s. Keys of this demo, by role:%n", server);
    bearers.forEach(
        (client, bearer) -> out.printf("  %-12s %-14s %s%n", client.role(), client.id(), bearer));
    out.printf("%nTo go on by hand:%n");
    write(
        Client.OPERATOR,
        "PUT",
        "/v1/locations/MY-STORE",
        "{\"name\":\"My store\",\"kind\":\"store\",\"timeZone\":\"UTC\"}");
    write(Client.OPERATOR, "PUT", "/v1/products/MUG", "{\"name\":\"Mug\",\"baseUnit\":\"piece\"}");
    write(Client.STAFF, "POST", "/v1/stock/MY-STORE/MUG/receive", "{\"quantity\":12}");
    write(
        Client.WEB,
        "POST",
        "/v1/stock/MY-STORE/MUG/reserve",
        "{\"quantity\":4,\"expiresIn\":\"PT10M\"}");
    read(Client.AUDITOR, "/v1/stock/MY-STORE/MUG");
    read(Client.AUDITOR, "/v1/stock/MY-STORE/MUG/history");
    read(Client.AUDITOR, "/v1/channels/default/availability/MUG?location=MY-STORE");
    out.printf("%nCtrl-C ends it.%n");
  }

  private void write(Client client, String method, String path, String body) {
    out.printf(
        "  curl -s -X %s %s -H 'Authorization: Bearer %s' -H \"Idempotency-Key: by-hand-$(date +%%s%%N)\""
            + " -H 'Content-Type: application/json' -d '%s'%n",
        method, server.resolve(path), bearer(client), body);
  }

  private void read(Client client, String path) {
    out.printf(
        "  curl -s %s -H 'Authorization: Bearer %s'%n", server.resolve(path), bearer(client));
  }

  private String bearer(Client client) {
    return Objects.requireNonNull(bearers.get(client));
  }
}
