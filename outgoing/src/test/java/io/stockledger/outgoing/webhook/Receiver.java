package io.stockledger.outgoing.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody on this machine who is told things, and who comes and goes. */
public final class Receiver implements AutoCloseable {
  private final List<Taken> heard = new CopyOnWriteArrayList<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<Taken> answers = one -> 204;
  private HttpServer server;
  private final int port;

  /** What came. */
  public record Taken(
      String path, String id, String timestamp, String signature, String type, String body) {
    public JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    /** By the library of Standard Webhooks, as a receiver would, with the secret as it was told. */
    public boolean verifiesWith(String secret) {
      return verifiesBy(new Webhook(secret));
    }

    boolean verifiesWith(byte[] secret) {
      return verifiesBy(new Webhook(secret));
    }

    private boolean verifiesBy(Webhook library) {
      try {
        library.verify(
            body,
            Map.of(
                Webhook.UNBRANDED_MSG_ID_KEY, List.of(id),
                Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, List.of(timestamp),
                Webhook.UNBRANDED_MSG_SIGNATURE_KEY, List.of(signature)));
        return true;
      } catch (WebhookVerificationException e) {
        return false;
      }
    }

    /** It with another body, another id, another moment. */
    public List<Taken> alterations() {
      String later = Long.toString(Long.parseLong(timestamp) + 1);
      return List.of(
          new Taken(path, id, timestamp, signature, type, body + " "),
          new Taken(path, id + "0", timestamp, signature, type, body),
          new Taken(path, id, later, signature, type, body));
    }
  }

  public Receiver() throws IOException {
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
            exchange.getRequestURI().getPath(),
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
      exchange.getResponseHeaders().set("Location", url("/elsewhere"));
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  public String url() {
    return url("/");
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  /** Whatever came, refused or not. */
  public List<Taken> heard() {
    return heard;
  }

  /** What it took. */
  public List<Taken> taken() {
    return taken;
  }

  /** Each message once, where it was taken first: a receiver knows a repeat by its id. */
  public List<Taken> firsts() {
    Map<String, Taken> first = new LinkedHashMap<>();
    taken.forEach(one -> first.putIfAbsent(one.id(), one));
    return List.copyOf(first.values());
  }

  /** With this status, from now on. */
  public void answer(int status) {
    answer(one -> status);
  }

  /** With such a status to each, from now on. */
  public void answer(ToIntFunction<Taken> status) {
    answers = status;
  }

  public void goDown() {
    server.stop(0);
  }

  public void comeUp() throws IOException {
    server = open(port);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
