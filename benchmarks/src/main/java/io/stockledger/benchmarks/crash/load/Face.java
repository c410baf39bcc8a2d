package io.stockledger.benchmarks.crash.load;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.ItemRead;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.PartKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One node's HTTP face, as a client with an API key sees it. Records what it sends and hears. */
public final class Face implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** A client that is not answered for so long goes on without an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final int node;
  private final URI address;
  private final String apiKey;
  private final Recorder recorder;

  /**
   * @param node its number, from 1
   * @param apiKey of the client under test
   */
  public Face(int node, URI address, String apiKey, Recorder recorder) {
    this.node = node;
    this.address = address;
    this.apiKey = apiKey;
    this.recorder = recorder;
  }

  /** Sends a command once. */
  public Attempt send(String key, Request request) throws InterruptedException {
    recorder.sending(key, request);
    Instant sentAt = recorder.now();
    Attempt attempt;
    try {
      HttpResponse<String> said =
          http.send(
              request(request.path())
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", key)
                  .POST(BodyPublishers.ofString(request.body()))
                  .build(),
              BodyHandlers.ofString());
      attempt =
          attempt(
              key,
              request,
              sentAt,
              said.statusCode(),
              said.body(),
              said.headers().firstValue("Idempotent-Replayed").isPresent(),
              position(said));
    } catch (IOException e) {
      attempt = attempt(key, request, sentAt, 0, e.toString(), false, 0);
    }
    recorder.add(attempt);
    return attempt;
  }

  /**
   * Sends commands once that take effect together or not at all, each under a key of its own.
   *
   * @return whether they were decided
   */
  public boolean sendTogether(String whole, List<Request> parts) throws InterruptedException {
    ArrayNode elements = JSON.createArrayNode();
    for (int i = 0; i < parts.size(); i++) {
      String key = new PartKey(whole, i, parts.size()).key();
      recorder.sending(key, parts.get(i));
      elements.add(element(key, parts.get(i)));
    }
    Instant sentAt = recorder.now();
    boolean decided = false;
    List<Attempt> attempts;
    try {
      HttpResponse<String> said =
          http.send(
              request("/v1/commands?mode=atomic")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(JSON.writeValueAsString(elements)))
                  .build(),
              BodyHandlers.ofString());
      attempts = attempts(whole, parts, sentAt, said);
      decided = attempts.stream().anyMatch(Attempt::isDecided);
    } catch (IOException e) {
      attempts = unanswered(whole, parts, sentAt, e.toString());
    }
    attempts.forEach(recorder::add);
    return decided;
  }

  /** What stands in the address of a single request is said in the element. */
  private static ObjectNode element(String key, Request request) {
    String[] path = request.path().split("/", -1);
    ObjectNode element = (ObjectNode) JSON.readTree(request.body());
    return element
        .put("type", path[5])
        .put("location", path[3])
        .put("sku", path[4])
        .put("key", key);
  }

  /** Accepted are all, with an answer each; of those that are refused the refused ones are told. */
  private List<Attempt> attempts(
      String whole, List<Request> parts, Instant sentAt, HttpResponse<String> said) {
    boolean refused =
        said.statusCode() == 409 && said.body().contains("/problems/commands-refused");
    if (said.statusCode() != 200 && !refused) {
      return unanswered(whole, parts, sentAt, said.statusCode() + " " + said.body());
    }
    List<Attempt> attempts =
        new ArrayList<>(unanswered(whole, parts, sentAt, "refused with others"));
    for (JsonNode told : JSON.readTree(said.body()).path(refused ? "commands" : "items")) {
      int index = told.path("index").asInt();
      attempts.set(
          index,
          attempt(
              new PartKey(whole, index, parts.size()).key(),
              parts.get(index),
              sentAt,
              told.path("status").asInt(),
              JSON.writeValueAsString(told.path(refused ? "problem" : "answer")),
              told.path("replayed").asBoolean(false)
                  || said.headers().firstValue("Idempotent-Replayed").isPresent(),
              refused ? position(said) : told.path("position").asLong()));
    }
    return attempts;
  }

  private List<Attempt> unanswered(String whole, List<Request> parts, Instant sentAt, String why) {
    return IntStream.range(0, parts.size())
        .mapToObj(
            index ->
                attempt(
                    new PartKey(whole, index, parts.size()).key(),
                    parts.get(index),
                    sentAt,
                    0,
                    why,
                    false,
                    0))
        .toList();
  }

  private Attempt attempt(
      String key,
      Request request,
      Instant sentAt,
      int status,
      String answer,
      boolean replayed,
      long position) {
    return new Attempt(
        key,
        request.path(),
        request.body(),
        node,
        sentAt,
        recorder.now(),
        status,
        answer,
        replayed,
        position);
  }

  /** Asks what became of a command, and tells whether that is known now. */
  public boolean lookUp(String key) throws InterruptedException {
    Instant askedAt = recorder.now();
    try {
      HttpResponse<String> said = get("/v1/commands/" + key, 0);
      boolean known = said.statusCode() == 200;
      JsonNode body = known ? JSON.readTree(said.body()) : JSON.createObjectNode();
      recorder.add(
          new Lookup(
              key,
              node,
              askedAt,
              said.statusCode(),
              body.path("status").asInt(0),
              known ? JSON.writeValueAsString(body.path("answer")) : "",
              known ? body.path("position").asLong() : position(said)));
      return known || said.statusCode() == 404;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether it lets the client in; a new key takes a moment to be known everywhere. */
  public boolean admits() throws InterruptedException {
    try {
      return get("/v1/commands/nothing", 0).statusCode() == 404;
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads an item as it is from a position on; false where the read side is not there yet. */
  public boolean read(Item item, long minPosition) throws InterruptedException {
    try {
      HttpResponse<String> said = get(item.path(), minPosition);
      if (said.statusCode() != 200) {
        return false;
      }
      JsonNode body = JSON.readTree(said.body());
      recorder.add(
          new ItemRead(
              item.stream(),
              node,
              minPosition,
              body.path("version").asLong(),
              JSON.writeValueAsString(body.path("figures")),
              Instant.parse(body.path("asOf").asString())));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path, long minPosition)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).GET();
    if (minPosition > 0) {
      request.header("Ledger-Min-Position", Long.toString(minPosition));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + apiKey);
  }

  private static long position(HttpResponse<String> said) {
    return said.headers().firstValueAsLong("Ledger-Position").orElse(0);
  }

  /** At once, whatever is under way. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
