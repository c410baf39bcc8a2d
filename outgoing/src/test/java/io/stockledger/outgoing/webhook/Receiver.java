package io.stockledger.outgoing.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Somebody on this machine who is told things. */
final class Receiver implements AutoCloseable {
  final List<Taken> heard = new CopyOnWriteArrayList<>();
  final List<Taken> taken = new CopyOnWriteArrayList<>();
  volatile ToIntFunction<Taken> answers = one -> 204;
  private HttpServer server;
  private final int port;

  /** What came. */
  record Taken(String id, String timestamp, String signature, String type, String body) {}

  Receiver() throws IOException {
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
    Taken one =
        new Taken(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            exchange.getRequestHeaders().getFirst("Content-Type"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    heard.add(one);
    int status = answers.applyAsInt(one);
    if (status < 300) {
      taken.add(one);
    }
    if (status >= 300 && status < 400) {
      exchange.getResponseHeaders().set("Location", url() + "elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  String url() {
    return "http://127.0.0.1:" + port + "/";
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
