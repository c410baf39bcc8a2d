package io.stockledger.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An item of its own on the running server, and a key that may do everything to it. */
record Shelf(RunningServer server, String key, String location, String sku) {
  static Shelf fresh() throws Exception {
    RunningServer server = RunningServer.shared();
    Shelf shelf =
        new Shelf(
            server,
            server.keyOf("\"integration\",\"manager\"", ""),
            "L-" + UUID.randomUUID(),
            "S-" + UUID.randomUUID());
    shelf.register();
    return shelf;
  }

  /** The same product somewhere else. */
  Shelf elsewhere() throws Exception {
    Shelf other = new Shelf(server, key, "L-" + UUID.randomUUID(), sku);
    other.register();
    return other;
  }

  private void register() throws Exception {
    String place = "{\"name\":\"One\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}";
    assertThat(server.write(key, "PUT", "/v1/locations/" + location, place).status())
        .isEqualTo(201);
    assertThat(server.write(key, "PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}").status())
        .isIn(200, 201);
  }

  String item() {
    return "/v1/stock/" + location + "/" + sku;
  }

  Said post(String verb, String body) throws Exception {
    return server.write(key, "POST", item() + verb, body);
  }

  Shelf with(long units) throws Exception {
    assertThat(post("/receive", "{\"quantity\":" + units + "}").status()).isEqualTo(200);
    return this;
  }

  /** The read side once it has come to a position. */
  Said get(String path, long position) throws Exception {
    return server.send(
        server
            .request(key, path)
            .header("Ledger-Min-Position", Long.toString(position))
            .GET()
            .build());
  }

  JsonNode stock(long position) throws Exception {
    Said said = get(item(), position);
    assertThat(said.status()).as(said.whole().body()).isEqualTo(200);
    return said.body();
  }

  ItemHistory history(long position) throws Exception {
    return ItemHistory.of(item(), path -> get(path, position).body());
  }
}
