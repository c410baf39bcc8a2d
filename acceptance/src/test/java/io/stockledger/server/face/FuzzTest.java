package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.face.Description.Operation;
import io.stockledger.server.face.RequestMaker.Made;
import io.stockledger.server.journey.RunningServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Thousands of requests, most of them odd, at every operation of the description. */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_000);
  private static final int MOST_SHOWN = 25;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final long seed = Long.getLong("fuzz.seed", 9_408_248_702_862L);
  private final List<String> wrong = new ArrayList<>();
  private final Map<Integer, Integer> answered = new HashMap<>();
  private RunningServer server;
  private String key;

  @BeforeEach
  void anItem() throws Exception {
    // whatever it puts and pulls is nobody else's
    server = RunningServer.alone();
    key = server.keyOf("\"manager\",\"integration\",\"operator\",\"auditor\"", "");
    server.write(
        key,
        "PUT",
        "/v1/locations/FUZZ",
        "{\"name\":\"F\",\"kind\":\"store\",\"timeZone\":\"Europe/Vienna\"}");
    server.write(key, "PUT", "/v1/products/FUZZED", "{\"name\":\"W\"}");
    server.write(key, "POST", "/v1/stock/FUZZ/FUZZED/receive", "{\"quantity\":500}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** What follows from it is written in the background, while other requests are judged. */
  private static final Set<String> WRITES_LATER =
      Set.of("/v1/low-stock-rules/{rule}", "/v1/switches/triggers/{id}");

  @Test
  void no_request_finds_a_fault_of_the_server_and_no_refused_one_writes() throws Exception {
    System.out.println("fuzz.seed=" + seed);
    Random chance = new Random(seed);
    Description description = Description.of(server);
    List<Operation> operations =
        description.operations().stream().filter(o -> !WRITES_LATER.contains(o.path())).toList();
    RequestMaker maker =
        new RequestMaker(
            description,
            chance,
            server.port(),
            key,
            Map.of("location", "FUZZ", "sku", "FUZZED", "channel", "default"));
    for (int i = 0; i < REQUESTS && wrong.size() < MOST_SHOWN; i++) {
      Operation operation = operations.get(i % operations.size());
      Made made = maker.make(operation);
      long head = server.headPosition();
      HttpResponse<String> answer = server.answer(made.request());
      answered.merge(answer.statusCode(), 1, Integer::sum);
      String fault = fault(operation, made, answer);
      if (fault != null) {
        wrong.add(fault + " on " + made.text() + "\n  -> " + answer.body());
      }
      if (answer.statusCode() >= 400 && server.headPosition() != head) {
        wrong.add("refused, but something was written: " + made.text());
      }
    }
    System.out.println("answers by status: " + answered);
    assertThat(wrong).as("with -Dfuzz.seed=" + seed).isEmpty();
    assertThat(answered).containsKeys(200, 201, 400, 401, 404, 409, 415);
  }

  private static @Nullable String fault(
      Operation operation, Made made, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status >= 500) {
      return "a fault of the server, " + status;
    }
    if (!operation.documents(status) && !made.oddPath()) {
      return "a status that is not documented, " + status;
    }
    if (made.oddPath() && status >= 300 && !List.of(400, 401, 404, 405).contains(status)) {
      return operation.documents(status) ? null : "a status that fits no odd path, " + status;
    }
    return status >= 400 ? faultOfProblem(answer) : null;
  }

  private static @Nullable String faultOfProblem(HttpResponse<String> answer) {
    String form = answer.headers().firstValue("Content-Type").orElse("");
    if (!form.equals("application/problem+json")) {
      return "an error as " + form;
    }
    try {
      JsonNode problem = JSON.readTree(answer.body());
      boolean whole =
          problem.path("type").asString("").startsWith("/problems/")
              && problem.path("status").asInt() == answer.statusCode()
              && !problem.path("title").asString("").isEmpty();
      return whole ? null : "a problem without type, status or title";
    } catch (JacksonException e) {
      return "a problem that is not JSON";
    }
  }
}
