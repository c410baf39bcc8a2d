package io.stockledger.server.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events: a blank line ends an event, and the last id is remembered. */
final class Follower implements AutoCloseable {
  private final InputStream stream;
  private final HttpResponse<InputStream> response;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile String lastId = "";

  /** What was told. */
  record Event(String name, String id, JsonNode data) {}

  Follower(HttpRequest.Builder request) throws IOException, InterruptedException {
    response =
        HttpClient.newHttpClient()
            .send(
                request.header("Accept", "text/event-stream").build(),
                HttpResponse.BodyHandlers.ofInputStream());
    stream = response.body();
    thread = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      String name = "";
      String data = "";
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(name, lastId, JsonMapper.shared().readTree(data)));
          data = "";
        }
      }
    } catch (IOException e) {
      lastId = lastId.strip(); // closed, by us or by the server: what was told is told
    }
  }

  int status() {
    return response.statusCode();
  }

  @Nullable String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  List<Event> events() {
    return events;
  }

  /** Those of changes. */
  List<Event> changes() {
    return events.stream().filter(event -> event.name().equals("availability")).toList();
  }

  String lastId() {
    return lastId;
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
