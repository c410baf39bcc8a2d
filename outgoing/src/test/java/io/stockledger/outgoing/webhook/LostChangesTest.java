package io.stockledger.outgoing.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.webhook.WebhookView.ChangesLost;
import io.stockledger.api.webhook.WebhookView.Standing;
import io.stockledger.outgoing.webhook.DeliveryWatch.Outcome;
import io.stockledger.outgoing.webhook.Receiver.Taken;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who was away for longer than changes are kept is told that some are missing. */
class LostChangesTest {
  private final Site site = new Site();
  private Receiver shop;

  @BeforeEach
  void begin() throws Exception {
    shop = new Receiver();
  }

  @AfterEach
  void end() throws Exception {
    site.close();
    shop.close();
  }

  private void changes(int many) {
    for (int i = 0; i < many; i++) {
      site.changes("web", "A", i);
    }
  }

  private Standing standing() {
    return site.desk().standing(site.endpoint("w1"));
  }

  private List<Taken> told(String type) {
    return shop.taken().stream()
        .filter(one -> json(one).path("type").asString().equals(type))
        .toList();
  }

  private static JsonNode json(Taken one) {
    return JsonMapper.shared().readTree(one.body());
  }

  private static ChangesLost lost(Standing standing) {
    return Objects.requireNonNull(standing.changesLost());
  }

  @Test
  void it_is_told_what_is_missing_and_then_what_is_kept() {
    site.register("w1", shop.url());
    changes(5);
    site.forget(3);
    site.node(Site.QUICK);
    Site.until(() -> shop.taken().size() == 3);
    JsonNode event = json(told("channel.changes-lost").getFirst());
    assertThat(event.path("id").asString()).isEqualTo("lost-3");
    assertThat(event.path("source").asString()).isEqualTo("/v1/webhooks/w1");
    assertThat(event.at("/data/channels/0").asString()).isEqualTo("web");
    assertThat(event.at("/data/firstChange").asLong()).isEqualTo(1);
    assertThat(event.at("/data/lastChange").asLong()).isEqualTo(3);
    assertThat(event.at("/data/advice").asString()).contains("read the availability");
    assertThat(told("channel.availability-changed").stream().map(Taken::id))
        .containsExactly("msg_w1-change-4", "msg_w1-change-5");
    ChangesLost lost = lost(standing());
    assertThat(lost.firstChange()).isEqualTo(1);
    assertThat(lost.lastChange()).isEqualTo(3);
    assertThat(standing().change()).isEqualTo(5);
    assertThat(site.watched.losses).hasValue(1);
    assertThat(site.watched.attempts).containsOnlyKeys(Outcome.TAKEN);
  }

  @Test
  void what_is_lost_while_it_is_down_grows_into_one_message() throws Exception {
    site.register("w1", shop.url());
    shop.goDown();
    site.node(Site.QUICK);
    for (int i = 0; i < DeliverySettings.FAILURES_IN_A_ROW; i++) {
      site.happens("S" + i, "stock.received");
    }
    Site.until(() -> standing().retrying() == DeliverySettings.FAILURES_IN_A_ROW);
    changes(500);
    for (long forgotten = 100; forgotten <= 300; forgotten += 100) {
      site.forget(forgotten);
      long last = forgotten;
      Site.until(() -> standing().changesLost() != null && lost(standing()).lastChange() == last);
    }
    long first = lost(standing()).firstChange();
    assertThat(first).isBetween(1L, 100L);
    shop.comeUp();
    Site.until(() -> standing().change() == 500 && standing().waiting() == 0);
    Site.until(() -> standing().retrying() == 0);
    JsonNode event = json(told("channel.changes-lost").getFirst());
    assertThat(told("channel.changes-lost")).hasSize(1);
    assertThat(event.at("/data/firstChange").asLong()).isEqualTo(first);
    assertThat(event.at("/data/lastChange").asLong()).isEqualTo(300);
    List<String> changes =
        told("channel.availability-changed").stream().map(Taken::id).distinct().toList();
    assertThat(changes).doesNotContain("msg_w1-change-" + first, "msg_w1-change-300");
    for (int kept = 301; kept <= 500; kept++) {
      assertThat(changes).contains("msg_w1-change-" + kept);
    }
    assertThat(site.watched.losses).hasValue(1);
    assertThat(site.watched.attempts).containsKeys(Outcome.TAKEN, Outcome.UNANSWERED);
  }

  @Test
  void who_follows_no_channel_loses_nothing() {
    Endpoint w1 = site.register("w1", shop.url());
    site.registered.put(
        "w1",
        new Endpoint(
            "w1",
            w1.url(),
            Set.of(),
            w1.entries(),
            w1.locations(),
            w1.skus(),
            w1.secrets(),
            false,
            0,
            0,
            0));
    changes(5);
    site.forget(3);
    site.happens("A", "stock.received");
    site.node(Site.QUICK);
    Site.until(() -> shop.taken().size() == 1);
    assertThat(standing().changesLost()).isNull();
    assertThat(site.watched.losses).hasValue(0);
  }
}
