package io.stockledger.benchmarks.stage;

import io.stockledger.benchmarks.traffic.RequestTemplate;
import io.stockledger.benchmarks.traffic.Shelf;
import io.stockledger.server.StockledgerServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our own server, as it ships. */
public final class StockledgerSide implements Side {
  public static final String NAME = "stockledger";

  /** Another version of it in the same run. */
  public static final String OTHER = "other-version";

  /** Whose commands they are. */
  public static final String CLIENT = "bench";

  private static final Duration SETTLE = Duration.ofMinutes(30);

  /** Millions of events take their time; a read model that does not move at all will not come. */
  private static final Duration STANDSTILL = Duration.ofMinutes(3);

  private static final String FOLDED =
      "select coalesce(min((token::jsonb ->> 'position')::bigint), 0) from readmodel.token_entry";

  private final Stage stage;
  private final String name;
  private final List<String> program;
  private final FreshDatabase database;
  private final Path directory;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ServerProcess server;
  private final String bearer;

  private StockledgerSide(Stage stage, String name, List<String> program)
      throws IOException, SQLException, InterruptedException {
    this.stage = stage;
    this.name = name;
    this.program = program;
    this.database = stage.database(name);
    this.directory = stage.directory(name);
    this.server = start(List.of());
    this.bearer = admit();
  }

  public static StockledgerSide start(Stage stage)
      throws IOException, SQLException, InterruptedException {
    return start(stage, NAME);
  }

  /** One of several in the same run, each with its own database. */
  public static StockledgerSide start(Stage stage, String name)
      throws IOException, SQLException, InterruptedException {
    return new StockledgerSide(stage, name, ServerProcess.java(StockledgerServer.class.getName()));
  }

  /**
   * With another heap than every side has.
   *
   * @param gibibytes of it
   */
  public static StockledgerSide startWithHeap(Stage stage, int gibibytes)
      throws IOException, SQLException, InterruptedException {
    System.out.printf("%s: heap of %d GiB%n", NAME, gibibytes);
    return new StockledgerSide(
        stage, NAME, ServerProcess.java(StockledgerServer.class.getName(), gibibytes));
  }

  /**
   * Another version, to be compared with.
   *
   * @param packaged its {@code inventory-server-exec.jar}
   */
  public static StockledgerSide startOther(Stage stage, Path packaged)
      throws IOException, SQLException, InterruptedException {
    return new StockledgerSide(stage, OTHER, ServerProcess.jar(packaged));
  }

  private ServerProcess start(List<String> settings) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.add("serve");
    arguments.addAll(settings());
    arguments.addAll(settings);
    return stage.server(name, program, arguments);
  }

  /** What its sub-commands must be told to work on this database; the server lets all come in. */
  public List<String> settings() {
    return List.of(
        "--stockledger.data-dir=" + directory,
        "--stockledger.node-id=" + name,
        "--stockledger.database.url=" + database.url(),
        "--stockledger.database.owner.password=any",
        "--stockledger.database.app.password=any",
        "--stockledger.database.keeper.password=any");
  }

  /** Leaves the database to others. */
  public void stop() {
    server.close();
  }

  /** Stops it and starts it again with other settings. */
  public void restart(String... settings) throws IOException, InterruptedException {
    server.close();
    server = start(List.of(settings));
  }

  private String admit() throws IOException, InterruptedException {
    String operator = Files.readString(directory.resolve("operator.key")).strip();
    write(
        operator,
        "PUT",
        "locations/" + Shelf.LOCATION,
        "set-up-1",
        "{\"name\":\"Benchmark\",\"kind\":\"store\",\"timeZone\":\"UTC\"}");
    String issued =
        write(
            operator,
            "POST",
            "credentials",
            "set-up-2",
            "{\"client\":\"" + CLIENT + "\",\"roles\":[\"integration\"]}");
    return JsonMapper.shared().readTree(issued).get("key").asString();
  }

  /** Sends a command outside of measurements, until it is answered, and returns the body. */
  public String write(String method, String path, String idempotencyKey, String body)
      throws IOException, InterruptedException {
    return write(bearer, method, path, idempotencyKey, body);
  }

  private String write(String key, String method, String path, String idempotencyKey, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", idempotencyKey)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return sendUntilAnswered(request).body();
  }

  /** Puts a channel's rule, and returns the position from which on it holds. */
  public long putRule(String channel, String rule, String idempotencyKey, String body)
      throws IOException, InterruptedException {
    String answer = write("PUT", "channels/" + channel + "/rules/" + rule, idempotencyKey, body);
    return JsonMapper.shared().readTree(answer).get("position").asLong();
  }

  /**
   * Reads as the operator, outside of measurements.
   *
   * @param atLeast the position that the answer shows, 0 for whatever there is
   */
  public JsonNode read(String path, long atLeast) throws IOException, InterruptedException {
    String operator = Files.readString(directory.resolve("operator.key")).strip();
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Bearer " + operator)
            .header("Ledger-Min-Position", Long.toString(atLeast))
            .build();
    return JsonMapper.shared().readTree(sendUntilAnswered(request).body());
  }

  /** A server that is not there yet, or has not come so far, says 503 and is asked again. */
  private HttpResponse<String> sendUntilAnswered(HttpRequest request)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + SETTLE.toNanos();
    HttpResponse<String> response = send(request);
    while (response.statusCode() == 503 && System.nanoTime() - deadline < 0) {
      response = send(request);
    }
    return response;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300 && response.statusCode() != 503) {
      throw new IllegalStateException(
          request.uri() + " is answered " + response.statusCode() + " " + response.body());
    }
    return response;
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + address().getPort() + "/v1/" + path);
  }

  /** The same goods at another store too, which is put there. */
  public void alsoAt(String location, Shelf shelf) throws IOException, InterruptedException {
    write(
        "PUT",
        "locations/" + location,
        "put-" + location,
        "{\"name\":\"" + location + "\",\"kind\":\"store\",\"timeZone\":\"UTC\"}");
    receive(location, shelf);
  }

  @Override
  public void stockUp(Shelf shelf) throws IOException {
    String sku = shelf.skuPattern();
    askEach(
        RequestTemplate.write(
            "PUT", bearer, "/v1/products/" + sku, "product-" + sku, "{\"name\":\"Item\"}"),
        2,
        shelf.items(),
        (item, reply) -> {});
    receive(Shelf.LOCATION, shelf);
  }

  private void receive(String location, Shelf shelf) throws IOException {
    String sku = shelf.skuPattern();
    askEach(
        RequestTemplate.write(
            "POST",
            bearer,
            "/v1/stock/" + location + "/" + sku + "/receive",
            "receive-" + location + "-" + sku,
            "{\"quantity\":" + shelf.quantity() + "}"),
        2,
        shelf.items(),
        (item, reply) -> {});
  }

  @Override
  public void settle() throws IOException, SQLException, InterruptedException {
    long head = database.number("select max(position) from ledger.event");
    long folded = 0;
    long deadline = System.nanoTime() + STANDSTILL.toNanos();
    HttpRequest request =
        HttpRequest.newBuilder(uri("available?limit=1"))
            .header("Authorization", "Bearer " + bearer)
            .header("Ledger-Min-Position", Long.toString(head))
            .build();
    while (send(request).statusCode() != 200) {
      long now = database.number(FOLDED);
      if (now > folded) {
        folded = now;
        deadline = System.nanoTime() + STANDSTILL.toNanos();
      } else if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException(
            "the read model stands still at position %d of %d".formatted(folded, head));
      }
    }
  }

  @Override
  public void recordedKeys(Consumer<String> reader) throws SQLException {
    database.texts(
        "select key from ledger.receipt where client = '" + CLIENT + "' and status < 300", reader);
  }

  @Override
  public long reservedByJournal() throws SQLException {
    return database.number(
        """
        select coalesce(sum((convert_from(payload, 'UTF8')::jsonb ->> 'quantity')::bigint), 0)
          from ledger.event where type = 'stock.reserved' and stream not like '%/SAMPLE-%'
        """);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ServerProcess server() {
    return server;
  }

  @Override
  public FreshDatabase database() {
    return database;
  }

  @Override
  public String bearer() {
    return bearer;
  }
}
