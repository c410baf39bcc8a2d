package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.face.Description.Operation;
import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.security.Requires;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description says what the server does, all of it and nothing else. */
class OpenApiTest {
  /** The writes that bring something with an id of its own into being. */
  private static final Set<String> CREATING =
      Set.of(
          "POST /v1/stock/{location}/{sku}/reserve",
          "POST /v1/stock/{location}/{sku}/discrepancies",
          "POST /v1/reservations",
          "POST /v1/transfers",
          "POST /v1/inbound",
          "PUT /v1/locations/{id}",
          "PUT /v1/products/{sku}",
          "PUT /v1/low-stock-rules/{rule}",
          "POST /v1/webhooks",
          "PUT /v1/channels/{channel}",
          "PUT /v1/channels/{channel}/rules/{rule}",
          "POST /v1/switches",
          "PUT /v1/switches/triggers/{id}",
          "POST /v1/credentials",
          "POST /v1/credentials/{id}/rotate");

  /** The writes that are done later. */
  private static final Set<String> ACCEPTING =
      Set.of("POST /v1/projections/rebuilds", "POST /v1/channels/{channel}/previews");

  private RunningServer server;
  private Description description;

  @BeforeEach
  void described() throws Exception {
    server = RunningServer.shared();
    description = Description.of(server);
  }

  @Test
  void every_address_of_the_server_is_described_and_no_other() {
    Set<String> mapped = new TreeSet<>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.hasMethodAnnotation(Requires.class)) {
                mapped.addAll(addresses(mapping));
              }
            });
    assertThat(description.operations().stream().map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(mapped);
  }

  private static List<String> addresses(RequestMappingInfo mapping) {
    List<String> addresses = new ArrayList<>();
    for (String path : mapping.getPatternValues()) {
      mapping
          .getMethodsCondition()
          .getMethods()
          .forEach(method -> addresses.add(method + " " + path));
    }
    return addresses;
  }

  @Test
  void every_reference_leads_somewhere() {
    Set<String> references = new TreeSet<>(description.root().findValuesAsString("$ref"));
    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(description.root().at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void it_is_openapi_3_1_behind_a_key() {
    assertThat(description.root().path("openapi").asString()).startsWith("3.1");
    assertThat(description.root().at("/components/securitySchemes/apiKey/scheme").asString())
        .isEqualTo("bearer");
    assertThat(description.root().at("/security/0").has("apiKey")).isTrue();
  }

  @Test
  void every_write_tells_its_key_its_answers_and_its_problems() {
    for (Operation write : writes()) {
      assertThat(write.hasParameter("query", "dryRun")).as("%s", write).isTrue();
      Set<String> statuses =
          new TreeSet<>(
              Set.of("200", "400", "401", "403", "404", "405", "406", "409", "413", "415", "422"));
      statuses.addAll(Set.of("500", "503"));
      if (CREATING.contains(write.toString())) {
        statuses.add("201");
      }
      if (ACCEPTING.contains(write.toString())) {
        statuses.add("202");
      }
      if (write.hasParameter("header", "If-Match")) {
        statuses.add("412");
      }
      if (write.hasParameter("query", "mode")) {
        statuses.add("207");
      }
      assertThat(write.statuses()).as("%s", write).containsExactlyInAnyOrderElementsOf(statuses);
    }
    assertThat(writes().stream().map(Operation::toString)).containsAll(CREATING);
  }

  @Test
  void what_makes_a_caller_come_again_is_described_with_retry_after() {
    for (Operation operation : description.operations()) {
      assertThat(operation.node().at("/responses/503/headers").has("Retry-After"))
          .as("%s", operation)
          .isTrue();
      assertThat(operation.node().at("/responses/405/headers").has("Allow"))
          .as("%s", operation)
          .isTrue();
    }
    for (Operation write : writes()) {
      assertThat(write.node().at("/responses/409/headers").has("Retry-After"))
          .as("%s", write)
          .isTrue();
      assertThat(write.node().at("/responses/200/headers").has("Ledger-Position"))
          .as("%s", write)
          .isTrue();
    }
  }

  @Test
  void every_read_takes_the_position_that_it_must_know() {
    for (Operation read : description.operations()) {
      assertThat(read.hasParameter("header", "Ledger-Min-Position"))
          .as("%s", read)
          .isEqualTo(!read.isWrite());
    }
  }

  @Test
  void exactly_the_writes_on_one_thing_take_its_version() throws Exception {
    String key = server.keyOf("\"manager\",\"integration\",\"operator\"", "");
    Map<String, Boolean> taken = new HashMap<>();
    Map<String, Boolean> described = new HashMap<>();
    for (Operation write : writes()) {
      described.put(write.toString(), write.hasParameter("header", "If-Match"));
      taken.put(write.toString(), takesVersion(key, write));
    }
    assertThat(described).isEqualTo(taken);
  }

  /** A version in a wrong form is always told; a right one only where none belongs. */
  private boolean takesVersion(String key, Operation write) throws Exception {
    var answer =
        server.send(
            server
                .request(key, write.path().replaceAll("\\{[a-z]+}", "none"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "version-" + write.toString().hashCode())
                .header("If-Match", "\"1\"")
                .method(
                    write.method(),
                    java.net.http.HttpRequest.BodyPublishers.ofString(Examples.bodyOf(write)))
                .build());
    return answer
        .body()
        .path("errors")
        .valueStream()
        .noneMatch(error -> error.path("field").asString().equals("If-Match"));
  }

  @Test
  void quantities_and_ids_in_bodies_are_described_with_their_limits() {
    JsonNode receive = schema("/v1/stock/{location}/{sku}/receive");
    assertThat(receive.at("/properties/quantity/minimum").asLong()).isEqualTo(1);
    assertThat(receive.at("/properties/quantity/maximum").asLong()).isEqualTo(1_000_000_000_000L);
    assertThat(receive.path("required").valueStream().map(JsonNode::asString)).contains("quantity");
    assertThat(receive.at("/properties/note/maxLength").asInt()).isEqualTo(500);
    JsonNode create = schema("/v1/reservations");
    assertThat(create.at("/properties/lines/maxItems").asInt()).isEqualTo(1_000);
    assertThat(create.at("/properties/reservationId/pattern").asString()).contains("{1,64}");
    JsonNode line = description.resolved(create.at("/properties/lines/items"));
    assertThat(line.at("/properties/quantity/maximum").asLong()).isEqualTo(1_000_000_000_000L);
  }

  @Test
  void where_an_id_stands_an_alias_may_and_nowhere_else() {
    JsonNode create = schema("/v1/reservations");
    JsonNode line = description.resolved(create.at("/properties/lines/items"));
    for (String place : List.of("/properties/location", "/properties/locations/items")) {
      assertThat("ERP:GB/7").matches(line.at(place + "/pattern").asString());
      assertThat("L1").matches(line.at(place + "/pattern").asString());
    }
    assertThat("ERP:GB/7").doesNotMatch(create.at("/properties/reservationId/pattern").asString());
  }

  private JsonNode schema(String path) {
    Operation operation =
        description.operations().stream()
            .filter(o -> o.path().equals(path) && o.method().equals("POST"))
            .findFirst()
            .orElseThrow();
    return description.root().at(operation.requestSchema().substring(1));
  }

  private List<Operation> writes() {
    return description.operations().stream().filter(Operation::isWrite).toList();
  }
}
