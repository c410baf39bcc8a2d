package io.stockledger.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The HTTP guide is true: each of its requests gets the answer that stands under it. With {@code
 * -Dguide.write=true} the answers are written into the document instead, to be read before they are
 * kept.
 */
class GuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "http-api.md");

  private final Map<String, String> keys = new HashMap<>();
  private String lastPosition = "0";

  @Test
  void every_request_of_the_guide_is_answered_as_it_says() throws Exception {
    try (RunningServer server = RunningServer.alone()) {
      holdAgainst(server, Files.readString(GUIDE));
    }
  }

  private void holdAgainst(RunningServer server, String document)
      throws IOException, InterruptedException {
    List<String> differences = new ArrayList<>();
    StringBuilder written = new StringBuilder();
    int end = 0;
    for (Exchange exchange : Exchange.in(document)) {
      HttpResponse<String> answer = server.answer(request(server, exchange));
      answer.headers().firstValue("Ledger-Position").ifPresent(said -> lastPosition = said);
      differences.addAll(differences(exchange, answer));
      written.append(document, end, exchange.answerStart()).append(text(answer));
      end = exchange.answerEnd();
    }
    if (Boolean.getBoolean("guide.write")) {
      Files.writeString(GUIDE, written.append(document.substring(end)).toString());
      return;
    }
    assertThat(differences).isEmpty();
  }

  private HttpRequest request(RunningServer server, Exchange exchange)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = server.request(null, exchange.path());
    for (Map.Entry<String, String> header : exchange.request().headers().entrySet()) {
      request.header(header.getKey(), filledIn(server, header.getValue()));
    }
    String body = exchange.request().body();
    if (body.isEmpty()) {
      return request.method(exchange.method(), HttpRequest.BodyPublishers.noBody()).build();
    }
    if (!exchange.request().headers().containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return request.method(exchange.method(), HttpRequest.BodyPublishers.ofString(body)).build();
  }

  private String filledIn(RunningServer server, String value)
      throws IOException, InterruptedException {
    int open = value.indexOf('<');
    if (open < 0) {
      return value;
    }
    String name = value.substring(open + 1, value.indexOf('>'));
    return value.substring(0, open) + (name.equals("last") ? lastPosition : key(server, name));
  }

  private String key(RunningServer server, String role) throws IOException, InterruptedException {
    String known = keys.get(role);
    if (known == null) {
      String more = role.equals("channel") ? ",\"channel\":\"default\"" : "";
      known = server.keyOf("\"" + role + "\"", more);
      keys.put(role, known);
    }
    return known;
  }

  private static List<String> differences(Exchange exchange, HttpResponse<String> answer) {
    List<String> found = new ArrayList<>();
    if (answer.statusCode() != exchange.status()) {
      found.add("status is " + answer.statusCode() + ": " + answer.body());
    }
    exchange
        .answer()
        .headers()
        .forEach(
            (name, value) -> {
              String said = answer.headers().firstValue(name).orElse("");
              if (!value.equals("…") && !value.equals(said)) {
                found.add(name + " is " + said);
              }
            });
    found.addAll(Likeness.differences(exchange.answer().body(), answer.body()));
    String where = "line %d, %s: ".formatted(exchange.line(), exchange.request().start());
    return found.stream().map(what -> where + what).toList();
  }

  private static boolean varies(String header, String value) {
    return switch (header) {
      case "Ledger-Position" -> true;
      case "ETag" -> !value.startsWith("\"v");
      case "Location" -> value.startsWith("/v1/credentials/");
      default -> false;
    };
  }

  private static String text(HttpResponse<String> answer) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.statusCode() + "\n");
    for (String name :
        List.of("Location", "Ledger-Position", "Idempotent-Replayed", "ETag", "Retry-After")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(
              value ->
                  text.append(name)
                      .append(": ")
                      .append(varies(name, value) ? "…" : value)
                      .append('\n'));
    }
    boolean json =
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .matches("application/(problem\\+)?json");
    String body = json ? AnswerText.of(answer.body()) : AnswerText.ofLines(answer.body());
    return text.append('\n').append(body).append('\n').toString();
  }
}
