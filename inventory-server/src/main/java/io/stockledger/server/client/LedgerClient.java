package io.stockledger.server.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends calls to a ledger over HTTP/1.1 with a bounded number of connections. When the ledger is
 * overloaded or out of reach the same call is sent again, with the same key, so that patience never
 * doubles anything. Safe for use by many threads.
 */
public final class LedgerClient implements AutoCloseable {
  /** Sending is given up after as many attempts; with growing pauses that is about a minute. */
  private static final int ATTEMPTS = 30;

  private static final long LONGEST_PAUSE_MILLIS = 3_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI server;
  private final Semaphore connections;
  private final AtomicLong highestPosition = new AtomicLong();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  public LedgerClient(URI server, int connections) {
    this.server = server;
    this.connections = new Semaphore(connections);
  }

  public URI server() {
    return server;
  }

  /** The highest ledger position that any answer so far has named. */
  public long highestPosition() {
    return highestPosition.get();
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /**
   * @throws UncheckedIOException when the ledger stayed out of reach
   */
  public Answer send(Call call) {
    HttpRequest request = request(call);
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = exchange(request);
        if (!asksForPatience(response) || attempt == ATTEMPTS) {
          return answer(response);
        }
        pause(attempt, response);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw new UncheckedIOException("no answer from " + server, e);
        }
        pause(attempt, null);
      }
    }
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(server.resolve(call.path()))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + call.bearer());
    String key = call.idempotencyKey();
    if (key != null) {
      builder.header("Idempotency-Key", key);
    }
    if (call.minPosition() > 0) {
      builder.header("Ledger-Min-Position", Long.toString(call.minPosition()));
    }
    JsonNode body = call.body();
    if (body == null) {
      return builder.method(call.method(), BodyPublishers.noBody()).build();
    }
    return builder
        .header("Content-Type", "application/json")
        .method(call.method(), BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
  }

  private HttpResponse<String> exchange(HttpRequest request) throws IOException {
    connections.acquireUninterruptibly();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", e);
    } finally {
      connections.release();
    }
  }

  private static boolean asksForPatience(HttpResponse<String> response) {
    int status = response.statusCode();
    boolean keyInFlight = status == 409 && response.body().contains("/key-in-flight");
    return status == 429 || status == 503 || keyInFlight;
  }

  private static void pause(int attempt, @Nullable HttpResponse<String> response) {
    long asked =
        response == null ? 0 : response.headers().firstValueAsLong("Retry-After").orElse(0) * 1_000;
    long grown = Math.min(LONGEST_PAUSE_MILLIS, 50L << Math.min(attempt, 10));
    long jitter = ThreadLocalRandom.current().nextLong(20);
    try {
      Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, Math.max(asked, grown)) + jitter);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the ledger", e);
    }
  }

  private Answer answer(HttpResponse<String> response) {
    String text = response.body();
    JsonNode body = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    long position = response.headers().firstValueAsLong("Ledger-Position").orElse(0);
    highestPosition.accumulateAndGet(position, Math::max);
    boolean replayed =
        response.headers().firstValue("Idempotent-Replayed").filter("true"::equals).isPresent();
    return new Answer(response.statusCode(), text, body, replayed, position);
  }

  @Override
  public void close() {
    http.close();
  }
}
