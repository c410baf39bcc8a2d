package io.stockledger.benchmarks.crash.site;

import io.stockledger.benchmarks.crash.load.Item;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Gives an empty ledger its places, products and the client's key, as the operator. */
final class Settlers {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI address;
  private final String operatorKey;
  private int sent;

  Settlers(URI address, String operatorKey) {
    this.address = address;
    this.operatorKey = operatorKey;
  }

  String issueKey(String client) throws IOException, InterruptedException {
    String body = "{\"client\":\"" + client + "\",\"roles\":[\"integration\",\"manager\"]}";
    return JsonMapper.shared()
        .readTree(write("POST", "/v1/credentials", body))
        .path("key")
        .asString();
  }

  void register(List<Item> items) throws IOException, InterruptedException {
    for (String location : items.stream().map(Item::location).distinct().toList()) {
      write("PUT", "/v1/locations/" + location, "{\"name\":\"One\",\"kind\":\"store\"}");
    }
    for (String sku : items.stream().map(Item::sku).distinct().toList()) {
      write("PUT", "/v1/products/" + sku, "{\"name\":\"Thing\"}");
    }
  }

  private String write(String method, String path, String body)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> said =
          http.send(
              HttpRequest.newBuilder(address.resolve(path))
                  .timeout(PATIENCE)
                  .header("Authorization", "Bearer " + operatorKey)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", "settle-" + ++sent)
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      if (said.statusCode() != 201) {
        throw new IOException(path + ": " + said.statusCode() + " " + said.body());
      }
      return said.body();
    }
  }
}
