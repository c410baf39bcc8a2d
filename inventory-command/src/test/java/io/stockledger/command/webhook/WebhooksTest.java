package io.stockledger.command.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.webhook.WebhookCommand;
import io.stockledger.api.webhook.WebhookCommand.ChangeWebhook;
import io.stockledger.api.webhook.WebhookCommand.PauseWebhook;
import io.stockledger.api.webhook.WebhookCommand.RegisterWebhook;
import io.stockledger.api.webhook.WebhookCommand.RemoveWebhook;
import io.stockledger.api.webhook.WebhookCommand.ReplayWebhook;
import io.stockledger.api.webhook.WebhookCommand.ResumeWebhook;
import io.stockledger.api.webhook.WebhookCommand.RotateWebhookSecret;
import io.stockledger.api.webhook.WebhookEvent;
import io.stockledger.api.webhook.WebhookRefusal.DuplicateWebhook;
import io.stockledger.api.webhook.WebhookRefusal.StaleWebhookVersion;
import io.stockledger.api.webhook.WebhookRefusal.TooManyWebhooks;
import io.stockledger.api.webhook.WebhookRefusal.UnknownWebhook;
import io.stockledger.api.webhook.WebhookTerms;
import io.stockledger.command.webhook.Webhooks.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may become of webhooks. */
class WebhooksTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private @Nullable Webhooks state;

  private static WebhookTerms terms(String url) {
    return new WebhookTerms(url, List.of("web"), List.of("stock.*"), List.of(), List.of(), null);
  }

  private @Nullable WebhookEvent does(WebhookCommand command) {
    assertThat(Webhooks.refusal(state, command)).isNull();
    WebhookEvent event = Webhooks.event(state, command, NOW);
    if (event != null) {
      state = Webhooks.evolve(state, event);
    }
    return event;
  }

  private Webhook one(String id) {
    return Objects.requireNonNull(Objects.requireNonNull(state).webhooks().get(id));
  }

  private void registered(String id) {
    does(new RegisterWebhook(id, terms("https://a.example/"), 7, 3));
  }

  @Test
  void it_begins_behind_the_place_it_names_with_the_first_secret() {
    registered("w");
    assertThat(one("w").afterPosition()).isEqualTo(7);
    assertThat(one("w").afterChange()).isEqualTo(3);
    assertThat(one("w").secretNumber()).isEqualTo(1);
    assertThat(one("w").version()).isEqualTo(1);
    assertThat(Webhooks.refusal(state, new RegisterWebhook("w", terms("https://b/"), 0, 0)))
        .isEqualTo(new DuplicateWebhook("w"));
  }

  @Test
  void what_is_so_already_records_nothing() {
    registered("w");
    assertThat(does(new ChangeWebhook("w", terms("https://a.example/"), 1L))).isNull();
    assertThat(does(new ResumeWebhook("w", null))).isNull();
    assertThat(does(new PauseWebhook("w", "gone", null))).isNotNull();
    assertThat(does(new PauseWebhook("w", "again", null))).isNull();
    assertThat(one("w").pausedBecause()).isEqualTo("gone");
    does(new ResumeWebhook("w", null));
    assertThat(one("w").paused()).isFalse();
    assertThat(one("w").pausedBecause()).isNull();
  }

  @Test
  void each_rotation_is_a_new_secret_and_the_old_one_signs_for_the_overlap() {
    registered("w");
    does(new RotateWebhookSecret("w", Duration.ofHours(2), 1L));
    does(new RotateWebhookSecret("w", Duration.ofHours(1), 2L));
    assertThat(one("w").secretNumber()).isEqualTo(3);
    assertThat(one("w").oldSecretUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void each_replay_is_one_more_from_its_place() {
    registered("w");
    does(new ReplayWebhook("w", 2, 1, null));
    does(new ReplayWebhook("w", 2, 1, null));
    assertThat(one("w").replays()).isEqualTo(2);
    assertThat(one("w").afterPosition()).isEqualTo(2);
    assertThat(one("w").afterChange()).isEqualTo(1);
  }

  @Test
  void a_removed_one_is_unknown_and_the_others_stay() {
    registered("w");
    registered("x");
    does(new RemoveWebhook("w", null));
    assertThat(Webhooks.refusal(state, new PauseWebhook("w", null, null)))
        .isEqualTo(new UnknownWebhook("w"));
    assertThat(one("x").version()).isEqualTo(1);
  }

  @Test
  void who_knows_an_old_version_changes_nothing() {
    registered("w");
    does(new ChangeWebhook("w", terms("https://b.example/"), 1L));
    assertThat(Webhooks.refusal(state, new RemoveWebhook("w", 1L)))
        .isEqualTo(new StaleWebhookVersion("w", 1, 2));
  }

  @Test
  void there_are_only_so_many() {
    for (int i = 0; i < WebhookCommand.MOST_WEBHOOKS; i++) {
      registered("w" + i);
    }
    RegisterWebhook more = new RegisterWebhook("more", terms("https://a.example/"), 0, 0);
    assertThat(Webhooks.refusal(state, more))
        .isEqualTo(new TooManyWebhooks(WebhookCommand.MOST_WEBHOOKS));
    does(new RemoveWebhook("w0", null));
    does(more);
  }
}
