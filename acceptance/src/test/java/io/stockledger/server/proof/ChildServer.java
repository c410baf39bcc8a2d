package io.stockledger.server.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server in a process of its own, which can be killed. */
final class ChildServer implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path data;
  private final Process process;
  private final int port;

  private ChildServer(Path data, String... settings) throws IOException {
    this.data = data;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "io.stockledger.server.StockledgerServer",
                "serve",
                "--server.port=" + port,
                "--stockledger.data-dir=" + data));
    command.addAll(List.of(settings));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()))
            .start();
  }

  /** Of these tests, whether or not Surefire hides it behind a jar of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Comes back when the server is ready. */
  static ChildServer start(Path data, String... settings) throws IOException {
    ChildServer child = new ChildServer(data, settings);
    await().atMost(START).ignoreExceptions().until(child::isReady);
    return child;
  }

  private boolean isReady() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException(Files.readString(data.resolve("server.log")));
    }
    return send(request("", "/actuator/health/readiness").GET().build()).statusCode() == 200;
  }

  String operatorKey() throws IOException {
    return Files.readString(data.resolve("operator.key")).strip();
  }

  HttpResponse<String> write(String apiKey, String method, String path, String body, String key)
      throws IOException, InterruptedException {
    return send(
        request(apiKey, path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> get(String apiKey, String path) throws IOException, InterruptedException {
    return send(request(apiKey, path).GET().build());
  }

  JsonNode read(String apiKey, String path, long position)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(apiKey, path).header("Ledger-Min-Position", Long.toString(position)).GET().build();
    return JSON.readTree(send(request).body());
  }

  private HttpRequest.Builder request(String apiKey, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20))
        .header("Authorization", "Bearer " + apiKey);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As {@code kill -9} does: nothing of it runs any more, its PostgreSQL is left behind. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As an operator stops it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
