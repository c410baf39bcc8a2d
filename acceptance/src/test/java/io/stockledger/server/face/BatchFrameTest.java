package io.stockledger.server.face;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.bulk.CommandForms;
import io.stockledger.server.http.Write;
import io.stockledger.server.journey.RunningServer;
import io.stockledger.server.journey.RunningServer.Said;
import io.stockledger.server.security.Requires;
import io.stockledger.server.write.CommandForm;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The frame of a request of many commands, and what can be an element of one. */
class BatchFrameTest {
  private static final String ELEMENT =
      "{\"type\":\"receive\",\"location\":\"none\",\"sku\":\"none\",\"quantity\":1}";
  private static final String STOCK_AND_REGISTRY =
      "/v1/(stock|reservations|transfers|inbound|locations|products|low-stock-rules)(/.*)?";

  /** No commands of the ledger: they have no receipt, and leave no entry. */
  private static final String SIGNS_OF_LIFE = "/v1/locations/{id}/heartbeat";

  private static final int MEBIBYTE = 1024 * 1024;

  private RunningServer server;
  private String key;

  @BeforeEach
  void server() throws Exception {
    server = RunningServer.shared();
    key = server.keyOf("\"manager\",\"integration\"", "");
  }

  private HttpRequest.Builder request(String query) {
    return server
        .request(key, "/v1/commands" + query)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("[" + ELEMENT + "]"));
  }

  private void assertFault(HttpRequest.Builder request, String field, String... words)
      throws Exception {
    Said said = server.send(request.build());
    assertThat(said.status()).as(said.whole().body()).isEqualTo(400);
    assertThat(said.body().at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(said.body().at("/errors/0/what").asString()).contains(words);
  }

  @Test
  void what_the_commands_have_to_do_with_each_other_must_be_said() throws Exception {
    assertFault(request(""), "mode", "independent", "atomic");
    assertFault(request("?mode=some"), "mode", "independent", "atomic");
    assertFault(request("?mode=atomic&mode=atomic"), "mode", "independent");
    assertFault(request("?mode=independent&wait=1"), "wait", "not a parameter");
    assertFault(request("?mode=independent&dryRun=maybe"), "dryRun", "true or false");
  }

  @Test
  void a_version_belongs_to_an_element_and_a_key_leaves_room_for_those_made_of_it()
      throws Exception {
    assertFault(request("?mode=atomic").header("If-Match", "\"1\""), "If-Match", "ifVersion");
    assertFault(
        request("?mode=atomic").header("Idempotency-Key", "k".repeat(251)),
        "Idempotency-Key",
        "250");
    assertFault(
        request("?mode=atomic")
            .header("Idempotency-Key", "same")
            .POST(BodyPublishers.ofString("[" + keyed("same") + "]")),
        "[0].key",
        "the whole request");
  }

  private static String keyed(String elementKey) {
    return ELEMENT.replace("}", ",\"key\":\"" + elementKey + "\"}");
  }

  @Test
  void there_are_one_to_a_thousand_commands() throws Exception {
    for (String body : new String[] {"[]", many(1_001, "", ",")}) {
      assertFault(
          request("?mode=independent").POST(BodyPublishers.ofString(body)), "body", "1 to 1000");
    }
    assertFault(
        request("?mode=independent").POST(BodyPublishers.ofString(ELEMENT)), "body", "array");
    String lines = ELEMENT + "\n";
    assertFault(
        server
            .request(key, "/v1/commands?mode=independent")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines.repeat(1_001))),
        "body",
        "1 to 1000");
  }

  /** So many elements, each made longer by blanks. */
  private static String many(int count, String blanks, String separator) {
    return IntStream.range(0, count)
        .mapToObj(i -> blanks + ELEMENT)
        .collect(Collectors.joining(separator, "[", "]"));
  }

  @Test
  void a_thousand_commands_of_four_kibibytes_fit_and_more_do_not() throws Exception {
    String room = " ".repeat(4_090 - ELEMENT.length());
    String fits = many(1_000, room, ",");
    assertThat(fits.length()).isBetween(4_000_000, 4 * MEBIBYTE);
    Said said =
        server.send(
            request("?mode=independent&dryRun=true").POST(BodyPublishers.ofString(fits)).build());
    assertThat(said.status()).isEqualTo(207);
    assertThat(said.body().path("items").size()).isEqualTo(1_000);
    String tooLarge = many(1, " ".repeat(4 * MEBIBYTE), ",");
    for (BodyPublisherOf how : BodyPublisherOf.values()) {
      Said refused =
          server.send(request("?mode=independent").POST(how.publisher(tooLarge)).build());
      assertThat(refused.status()).as("%s", how).isEqualTo(413);
      assertThat(refused.body().path("limit").asInt()).isEqualTo(4 * MEBIBYTE);
    }
  }

  /** With its length announced, or in chunks. */
  private enum BodyPublisherOf {
    LENGTH,
    CHUNKS;

    HttpRequest.BodyPublisher publisher(String body) {
      return this == LENGTH
          ? BodyPublishers.ofString(body)
          : BodyPublishers.fromPublisher(BodyPublishers.ofString(body));
    }
  }

  @Test
  void what_is_decided_as_one_is_one_document() throws Exception {
    Said said =
        server.send(request("?mode=atomic").header("Accept", "application/x-ndjson").build());
    assertThat(said.status()).isEqualTo(406);
    assertThat(said.problem()).isEqualTo("/problems/not-acceptable");
  }

  /** By type, body and scope. */
  @Test
  void every_write_on_stock_and_registry_is_a_command_and_needs_the_same_scope() {
    Set<String> single = new TreeSet<>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (mapping, method) ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.matches(STOCK_AND_REGISTRY))
                    .filter(path -> takes(method, Write.class) && !path.equals(SIGNS_OF_LIFE))
                    .forEach(path -> single.add(typeOf(path) + " " + described(method))));
    Set<String> elements =
        CommandForms.all().stream()
            .map(BatchFrameTest::described)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(elements).isEqualTo(single);
  }

  private static String typeOf(String path) {
    return switch (path) {
      case "/v1/reservations" -> "reserve";
      case "/v1/reservations/release" -> "release-many";
      case "/v1/transfers" -> "transfer";
      case "/v1/inbound" -> "inbound";
      case "/v1/stock/{location}/{sku}/discrepancies" -> "flag";
      case "/v1/low-stock-rules/{rule}" -> "low-stock-rule";
      default -> {
        if (path.matches("/v1/(locations|products)/.*")) {
          yield registryTypeOf(path);
        }
        String verb = path.substring(path.lastIndexOf('/') + 1);
        yield path.startsWith("/v1/transfers/")
            ? "transfer-" + verb
            : path.startsWith("/v1/inbound/") ? "inbound-" + verb : verb;
      }
    };
  }

  /** {@code /v1/products/{sku}/aliases/remove} is {@code product-alias-remove}. */
  private static String registryTypeOf(String path) {
    return path.substring("/v1/".length())
        .replaceFirst("s/\\{[a-z]+}", "")
        .replace("aliases", "alias")
        .replace('/', '-');
  }

  private static boolean takes(HandlerMethod method, Class<?> type) {
    return Arrays.stream(method.getMethodParameters()).anyMatch(p -> p.getParameterType() == type);
  }

  private static String described(HandlerMethod method) {
    Class<?> body =
        Arrays.stream(method.getMethodParameters())
            .filter(p -> p.hasParameterAnnotation(RequestBody.class))
            .map(MethodParameter::getParameterType)
            .findFirst()
            .orElseThrow();
    Requires requires = method.getMethodAnnotation(Requires.class);
    return body.getSimpleName() + " " + (requires == null ? "" : requires.value());
  }

  private static String described(CommandForm form) {
    return form.type() + " " + form.request().getSimpleName() + " " + form.scope();
  }
}
