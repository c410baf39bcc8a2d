package io.stockledger.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.server.journey.RunningServer.Said;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may do what. */
class AccessJourneyTest {
  private static final String ITEM = "/v1/stock/NOWHERE/NOTHING";

  private RunningServer server;

  @BeforeEach
  void server() throws Exception {
    server = RunningServer.shared();
  }

  @Test
  void without_a_key_nothing_is_open_but_health() throws Exception {
    assertThat(server.send(server.request(null, ITEM).GET().build()).status()).isEqualTo(401);
    assertThat(server.send(server.request(null, "/v1/openapi.json").GET().build()).status())
        .isEqualTo(401);
    assertThat(server.send(server.request(null, "/actuator/info").GET().build()).status())
        .isEqualTo(401);
    for (String group : List.of("readiness", "liveness")) {
      String path = "/actuator/health/" + group;
      assertThat(server.send(server.request(null, path).GET().build()).status()).isEqualTo(200);
    }
  }

  @Test
  void an_associate_may_not_reverse_and_is_told_the_scope() throws Exception {
    String associate = server.keyOf("\"associate\"", "");
    Said said =
        server.write(
            associate, "POST", ITEM + "/reverse", "{\"version\":1,\"reason\":\"CORRECTION\"}");
    assertThat(said.status()).isEqualTo(403);
    assertThat(said.body().path("scope").asString()).isEqualTo("stock.reverse");
  }

  @Test
  void a_channel_sees_no_figures_but_what_is_sellable() throws Exception {
    String channel = server.keyOf("\"channel\"", ",\"channel\":\"default\"");
    assertThat(server.get(channel, ITEM).status()).isEqualTo(403);
    assertThat(server.get(channel, "/v1/channels/other/availability/S").status()).isEqualTo(403);
    assertThat(server.write(channel, "POST", ITEM + "/reserve", "{\"quantity\":1}").status())
        .isEqualTo(403);
  }

  @Test
  void a_secret_is_told_once() throws Exception {
    String body = "{\"client\":\"told-once\",\"roles\":[\"auditor\"]}";
    Said first = server.write(server.operatorKey(), "POST", "/v1/credentials", body, "told-once");
    Said again = server.write(server.operatorKey(), "POST", "/v1/credentials", body, "told-once");
    assertThat(first.body().has("key")).isTrue();
    assertThat(again.body().has("key")).isFalse();
    assertThat(again.body().path("credentialId")).isEqualTo(first.body().path("credentialId"));
  }
}
