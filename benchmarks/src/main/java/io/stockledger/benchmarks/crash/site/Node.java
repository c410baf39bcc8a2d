package io.stockledger.benchmarks.crash.site;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real server in a process of its own, on a database that is not its own. */
public final class Node implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int number;
  private final Path directory;
  private final String databaseUrl;
  private final int port = Ports.free();
  private @Nullable Process process;

  Node(int number, Path directory, String databaseUrl) throws IOException {
    this.number = number;
    this.directory = Files.createDirectories(directory);
    this.databaseUrl = databaseUrl;
  }

  public int number() {
    return number;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns at once; see {@link #awaitReady}. */
  public void launch() throws IOException {
    process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // made for a life of seconds
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath(),
                    "io.stockledger.server.StockledgerServer",
                    "serve",
                    "--server.port=" + port,
                    "--stockledger.node-id=node-" + number,
                    "--stockledger.data-dir=" + directory,
                    "--stockledger.database.url=" + databaseUrl,
                    "--stockledger.database.owner.password=any",
                    "--stockledger.database.app.password=any",
                    "--stockledger.database.keeper.password=any"))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("server.log").toFile()))
            .start();
  }

  /** That of this JVM, whether or not Surefire hides it behind a jar of its own. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  public void awaitReady() throws InterruptedException {
    Patience.require("node " + number + " is ready", START, this::isReady);
  }

  private boolean isReady() throws IOException, InterruptedException {
    if (!isRunning()) {
      throw new IllegalStateException("node " + number + " ended, see " + directory);
    }
    HttpRequest request =
        HttpRequest.newBuilder(address().resolve("/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(3))
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }

  public boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** As {@code kill -9} does. */
  public void kill() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  /** All its threads stand still until {@link #resume}. */
  public void pause() {
    signal("STOP");
  }

  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    if (process != null) {
      Signals.send(name, process.pid());
    }
  }

  String operatorKey() throws IOException {
    return Files.readString(directory.resolve("operator.key")).strip();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
    http.shutdownNow();
  }
}
