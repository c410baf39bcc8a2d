package io.stockledger.server.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is told things by webhook, comes and goes, and knows a repeat by its id. */
final class Shop implements AutoCloseable {
  private final Map<String, JsonNode> told = new LinkedHashMap<>();
  private final int port;
  private HttpServer server;

  Shop() throws IOException {
    server = open(0);
    port = server.getAddress().getPort();
  }

  private HttpServer open(int wanted) throws IOException {
    HttpServer opened =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 100);
    opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    opened.createContext("/", this::take);
    opened.start();
    return opened;
  }

  private void take(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    JsonNode event = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
    synchronized (told) {
      told.putIfAbsent(id, event);
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
  }

  /** Everything that it was told, once, in the order in which it was told first. */
  List<JsonNode> told() {
    synchronized (told) {
      return List.copyOf(told.values());
    }
  }

  void goDown() {
    server.stop(0);
  }

  void comeUp() throws IOException {
    server = open(port);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
