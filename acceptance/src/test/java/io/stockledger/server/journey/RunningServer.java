package io.stockledger.server.journey;

import io.stockledger.ledger.store.LedgerFeed;
import io.stockledger.server.ServerApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One server for all tests over HTTP, started by the first of them. */
public final class RunningServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static @Nullable RunningServer shared;

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path data;
  private final int port;

  private RunningServer(String... settings) throws IOException {
    data = Files.createTempDirectory("stockledger-journey");
    // after the servers that were not closed before, and their databases with them
    SpringApplication.getShutdownHandlers()
        .add(() -> FileSystemUtils.deleteRecursively(data.toFile()));
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--server.port=0");
    all.add("--stockledger.data-dir=" + data);
    context = SpringApplication.run(ServerApplication.class, all.toArray(String[]::new));
    port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public static synchronized RunningServer shared() throws IOException {
    if (shared == null) {
      shared = new RunningServer();
    }
    return shared;
  }

  /** A server of its own, for who needs an empty ledger; to be closed. */
  public static RunningServer alone(String... settings) throws IOException {
    return new RunningServer(settings);
  }

  @Override
  public void close() {
    context.close();
  }

  public Path data() {
    return data;
  }

  public int port() {
    return port;
  }

  /** Up to where the ledger has come. */
  public long headPosition() {
    return context.getBean(LedgerFeed.class).headPosition();
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  /** What came back. */
  public record Said(int status, JsonNode body, HttpResponse<String> whole) {
    public @Nullable String header(String name) {
      return whole.headers().firstValue(name).orElse(null);
    }

    public String problem() {
      return body.path("type").asString("");
    }
  }

  public String operatorKey() throws IOException {
    return Files.readString(data.resolve("operator.key")).strip();
  }

  /** A new client with one key. */
  public String keyOf(String roles, String more) throws IOException, InterruptedException {
    Said issued =
        write(
            operatorKey(),
            "POST",
            "/v1/credentials",
            "{\"client\":\"c-" + UUID.randomUUID() + "\",\"roles\":[" + roles + "]" + more + "}");
    return issued.body().path("key").asString();
  }

  public Said write(String key, String method, String path, String body)
      throws IOException, InterruptedException {
    return write(key, method, path, body, UUID.randomUUID().toString());
  }

  public Said write(String key, String method, String path, String body, String idempotencyKey)
      throws IOException, InterruptedException {
    return send(
        request(key, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  public Said get(String key, String path) throws IOException, InterruptedException {
    return send(request(key, path).GET().build());
  }

  public HttpRequest.Builder request(@Nullable String key, String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return key == null ? builder : builder.header("Authorization", "Bearer " + key);
  }

  /** The same as {@link #write}, without waiting for the answer. */
  public CompletableFuture<HttpResponse<String>> begin(
      String key, String method, String path, String body) {
    return client.sendAsync(
        request(key, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The answer as it came, whatever its form. */
  public HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  public Said send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = answer(request);
    boolean isJson =
        response.headers().firstValue("Content-Type").orElse("").contains("json")
            && !response.body().isEmpty();
    JsonNode body = isJson ? JSON.readTree(response.body()) : JSON.missingNode();
    return new Said(response.statusCode(), body, response);
  }
}
