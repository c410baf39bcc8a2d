package io.stockledger.outgoing.webhook;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Page;
import io.stockledger.outgoing.webhook.Receiver.Taken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What endpoints are told, whatever becomes of them and of us. */
class DeliveriesTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Site site = new Site();
  private final List<Receiver> receivers = new ArrayList<>();

  @AfterEach
  void end() throws Exception {
    site.close();
    receivers.forEach(Receiver::close);
  }

  private Receiver receiver() throws Exception {
    Receiver opened = new Receiver();
    receivers.add(opened);
    return opened;
  }

  /** Versions by SKU in the order in which they were taken. */
  private static Map<String, List<Long>> versions(List<Taken> taken) {
    return taken.stream()
        .map(one -> JSON.readTree(one.body()).path("data"))
        .filter(data -> data.has("stream"))
        .collect(
            Collectors.groupingBy(
                data -> data.path("sku").asString(),
                Collectors.mapping(data -> data.path("version").asLong(), Collectors.toList())));
  }

  @Test
  void what_is_wanted_arrives_signed_and_as_a_cloud_event() throws Exception {
    Receiver shop = receiver();
    site.register("w1", shop.url());
    site.happens("A", "location.changed");
    site.happens("A", "stock.reserved");
    site.changes("other", "A", 3);
    site.changes("web", "A", 4);
    site.node(Site.QUICK);
    Site.until(() -> shop.taken().size() == 2);
    for (Taken one : shop.taken()) {
      assertThat(one.verifiesWith(site.secrets.of("w1", 1))).isTrue();
      assertThat(one.verifiesWith(site.secrets.of("w1", 2))).isFalse();
      for (Taken altered : one.alterations()) {
        assertThat(altered.verifiesWith(site.secrets.of("w1", 1))).as("%s", altered).isFalse();
      }
      assertThat(one.type()).startsWith("application/cloudevents+json");
    }
    Map<String, JsonNode> bodies =
        shop.taken().stream()
            .collect(Collectors.toMap(Taken::id, one -> JSON.readTree(one.body())));
    JsonNode entry = Objects.requireNonNull(bodies.get("msg_w1-entry-2"));
    assertThat(entry.path("specversion").asString()).isEqualTo("1.0");
    assertThat(entry.path("type").asString()).isEqualTo("stock.reserved");
    assertThat(entry.path("subject").asString()).isEqualTo("L/A");
    assertThat(entry.at("/data/event/quantity").asLong()).isEqualTo(1);
    JsonNode change = Objects.requireNonNull(bodies.get("msg_w1-change-2"));
    assertThat(change.path("type").asString()).isEqualTo("channel.availability-changed");
    assertThat(change.at("/data/after/sellable").asLong()).isEqualTo(4);
  }

  @Test
  void a_receiver_that_is_down_misses_nothing_and_hears_each_item_in_order() throws Exception {
    Receiver shop = receiver();
    long seed = System.nanoTime();
    Random random = new Random(seed);
    site.register("w1", shop.url());
    site.node(Site.QUICK);
    shop.answer(one -> random.nextInt(4) == 0 ? 503 : 204);
    for (int i = 0; i < 50; i++) {
      site.happens("S" + random.nextInt(6), "stock.received");
    }
    Site.until(() -> shop.taken().size() > 10);
    shop.goDown();
    for (int i = 0; i < 50; i++) {
      site.happens("S" + random.nextInt(6), "stock.received");
    }
    DeliveryDesk desk = site.desk();
    Site.until(() -> desk.standing(site.endpoint("w1")).failingSince() != null);
    shop.comeUp();
    Site.until(() -> shop.firsts().size() == 100);
    versions(shop.firsts())
        .forEach(
            (sku, versions) ->
                assertThat(versions)
                    .as("%s, seed %d", sku, seed)
                    .isSorted()
                    .doesNotHaveDuplicates());
    Site.until(() -> desk.standing(site.endpoint("w1")).waiting() == 0);
    assertThat(desk.standing(site.endpoint("w1")).failingSince()).isNull();
    assertThat(desk.standing(site.endpoint("w1")).lagSeconds()).isZero();
  }

  @Test
  void one_item_that_is_not_taken_holds_back_its_own_later_ones_only() throws Exception {
    Receiver shop = receiver();
    AtomicInteger refusing = new AtomicInteger(1);
    shop.answer(one -> refusing.get() == 1 && one.body().contains("\"sku\":\"BAD\"") ? 500 : 200);
    site.register("w1", shop.url());
    site.node(Site.QUICK);
    site.happens("BAD", "stock.received");
    site.happens("GOOD", "stock.received");
    Site.until(() -> shop.taken().size() == 1);
    site.happens("BAD", "stock.picked");
    for (int i = 0; i < 20; i++) {
      site.happens("GOOD", "stock.received");
    }
    Site.until(() -> shop.taken().size() == 21);
    assertThat(versions(shop.heard()).get("BAD")).containsOnly(1L);
    refusing.set(0);
    Site.until(() -> shop.taken().size() == 23);
    assertThat(versions(shop.taken()).get("BAD")).containsExactly(1L, 2L);
  }

  @Test
  void a_slow_receiver_does_not_delay_another() throws Exception {
    Receiver slow = receiver();
    Receiver quick = receiver();
    CountDownLatch over = new CountDownLatch(1);
    slow.answer(
        one -> {
          try {
            return over.await(10, SECONDS) ? 200 : 500;
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 500;
          }
        });
    site.register("slow", slow.url());
    site.register("quick", quick.url());
    site.node(Site.QUICK);
    Instant begun = Instant.now();
    for (int i = 0; i < 40; i++) {
      site.happens("S" + i % 7, "stock.received");
    }
    Site.until(() -> quick.taken().size() == 40);
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
    assertThat(slow.taken()).isEmpty();
    over.countDown();
  }

  @Test
  void what_was_sent_when_the_node_died_is_sent_again_under_the_same_id() throws Exception {
    Receiver shop = receiver();
    site.register("w1", shop.url());
    AtomicReference<Thread> died = new AtomicReference<>();
    Sender dying =
        request -> {
          site.sender.send(request);
          died.set(Thread.currentThread());
          throw new InterruptedException("the node dies before it can remember");
        };
    Deliveries first = site.node(Site.QUICK, dying, InstantSource.system());
    site.happens("A", "stock.received");
    Site.until(() -> died.get() != null);
    first.close();
    int before = shop.heard().size();
    site.node(Site.QUICK);
    Site.until(() -> shop.heard().size() > before);
    assertThat(shop.heard().stream().map(Taken::id)).containsOnly("msg_w1-entry-1");
    assertThat(shop.heard().stream().map(Taken::body)).containsOnly(shop.heard().getFirst().body());
  }

  @Test
  void one_node_delivers_at_a_time_and_another_takes_over() throws Exception {
    Receiver shop = receiver();
    site.register("w1", shop.url());
    Deliveries first = site.node(Site.QUICK);
    site.happens("A", "stock.received");
    Site.until(() -> shop.taken().size() == 1);
    site.node(Site.QUICK);
    for (int i = 0; i < 30; i++) {
      site.happens("S" + i, "stock.received");
    }
    Site.until(() -> shop.taken().size() == 31);
    first.close();
    site.happens("A", "stock.picked");
    Site.until(() -> shop.taken().size() == 32);
    assertThat(shop.taken().stream().map(Taken::id)).doesNotHaveDuplicates();
  }

  @Test
  void after_three_days_it_is_parked_the_next_goes_on_and_it_can_be_taken_up_again()
      throws Exception {
    Receiver shop = receiver();
    AtomicInteger refusing = new AtomicInteger(1);
    shop.answer(one -> refusing.get() == 1 && one.id().endsWith("entry-1") ? 400 : 200);
    site.register("w1", shop.url());
    AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
    site.node(Site.QUICK, site.sender, () -> Instant.now().plus(passed.get()));
    site.happens("A", "stock.received");
    site.happens("A", "stock.picked");
    DeliveryDesk desk = site.desk();
    Site.until(() -> desk.standing(site.endpoint("w1")).retrying() == 1);
    assertThat(shop.taken()).isEmpty();
    passed.set(Duration.ofDays(3));
    Site.until(() -> shop.taken().size() == 1);
    assertThat(desk.list("w1", "parked", Optional.empty(), new Page(10, null)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.deliveryId()).isEqualTo("entry-1");
              assertThat(one.lastFailure()).isEqualTo("status 400");
              assertThat(one.attempts()).isGreaterThan(1);
            });
    refusing.set(0);
    assertThat(desk.retry("w1", "entry-9")).isFalse();
    assertThat(desk.retry("w1", "entry-1")).isTrue();
    Site.until(() -> shop.taken().size() == 2);
    Site.until(() -> desk.standing(site.endpoint("w1")).parked() == 0);
  }

  @Test
  void a_replay_tells_again_from_a_place_under_the_same_ids() throws Exception {
    Receiver shop = receiver();
    Endpoint w1 = site.register("w1", shop.url());
    site.node(Site.QUICK);
    for (int i = 0; i < 5; i++) {
      site.happens("A", "stock.received");
    }
    Site.until(() -> shop.taken().size() == 5);
    site.registered.put("w1", again(w1, 1, 2));
    Site.until(() -> shop.taken().size() == 8);
    assertThat(shop.taken().subList(5, 8).stream().map(Taken::id))
        .containsExactly("msg_w1-entry-3", "msg_w1-entry-4", "msg_w1-entry-5");
  }

  private static Endpoint again(Endpoint one, int replays, long position) {
    return new Endpoint(
        one.webhook(),
        one.url(),
        one.channels(),
        one.entries(),
        one.locations(),
        one.skus(),
        one.secrets(),
        false,
        replays,
        position,
        0);
  }

  @Test
  void while_secrets_rotate_both_sign() throws Exception {
    Receiver shop = receiver();
    Endpoint w1 = site.register("w1", shop.url());
    byte[] old = site.secrets.of("w1", 1);
    byte[] young = site.secrets.of("w1", 2);
    site.registered.put(
        "w1",
        new Endpoint(
            "w1",
            w1.url(),
            w1.channels(),
            w1.entries(),
            w1.locations(),
            w1.skus(),
            List.of(young, old),
            false,
            0,
            0,
            0));
    site.happens("A", "stock.received");
    site.node(Site.QUICK);
    Site.until(() -> shop.taken().size() == 1);
    Taken one = shop.taken().getFirst();
    assertThat(one.signature().split(" ")).hasSize(2);
    assertThat(one.verifiesWith(old)).isTrue();
    assertThat(one.verifiesWith(young)).isTrue();
    assertThat(one.verifiesWith(site.secrets.of("w1", 3))).isFalse();
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    Receiver shop = receiver();
    shop.answer(307);
    site.register("w1", shop.url());
    site.happens("A", "stock.received");
    site.node(Site.QUICK);
    DeliveryDesk desk = site.desk();
    Site.until(() -> desk.standing(site.endpoint("w1")).retrying() == 1);
    assertThat(desk.standing(site.endpoint("w1")).lastFailure())
        .contains("a redirect is not followed");
    shop.answer(200);
    Site.until(() -> shop.taken().size() == 1);
  }

  @Test
  void a_name_that_stands_for_another_address_the_second_time_is_not_gone_to() throws Exception {
    Receiver shop = receiver();
    String url = shop.url().replace("127.0.0.1", "rebinding.example");
    site.names.put("rebinding.example", "127.0.0.1");
    site.register("w1", url);
    site.node(Site.QUICK);
    site.happens("A", "stock.received");
    Site.until(() -> shop.taken().size() == 1);
    site.names.put("rebinding.example", "169.254.169.254");
    site.happens("A", "stock.received");
    DeliveryDesk desk = site.desk();
    Site.until(() -> desk.standing(site.endpoint("w1")).retrying() == 1);
    assertThat(desk.standing(site.endpoint("w1")).lastFailure())
        .contains("address refused")
        .contains("169.254.169.254");
    assertThat(shop.heard()).hasSize(1);
    site.names.put("rebinding.example", "127.0.0.1");
    Site.until(() -> shop.taken().size() == 2);
  }

  @Test
  void who_is_gone_is_told_nothing_more() throws Exception {
    Receiver shop = receiver();
    shop.answer(410);
    site.register("w1", shop.url());
    site.happens("A", "stock.received");
    site.node(Site.QUICK);
    Site.until(() -> site.gone.contains("w1"));
  }

  @Test
  void nothing_is_read_beyond_what_may_be_held_and_nothing_is_lost_by_it() throws Exception {
    Receiver shop = receiver();
    AtomicInteger refusing = new AtomicInteger(1);
    shop.answer(one -> refusing.get() == 1 && one.body().contains("\"sku\":\"BAD\"") ? 500 : 200);
    site.register("w1", shop.url());
    DeliverySettings few =
        new DeliverySettings(
            4,
            10,
            10,
            Site.QUICK.firstRetry(),
            Site.QUICK.longestRetry(),
            Site.QUICK.longestProbe(),
            Site.QUICK.patience(),
            Site.QUICK.look(),
            Site.QUICK.lookForEndpoints());
    for (int i = 0; i < 60; i++) {
      site.happens("BAD", "stock.received");
      site.happens("GOOD", "stock.received");
    }
    site.node(few);
    DeliveryDesk desk = site.desk();
    Site.until(() -> desk.standing(site.endpoint("w1")).waiting() >= 9);
    Site.until(() -> versions(shop.heard()).getOrDefault("BAD", List.of()).size() > 4);
    assertThat(desk.standing(site.endpoint("w1")).position()).isLessThan(60);
    refusing.set(0);
    Site.until(() -> shop.taken().size() == 120);
    versions(shop.taken()).forEach((sku, versions) -> assertThat(versions).isSorted().hasSize(60));
  }

  @Test
  void what_was_removed_leaves_nothing_behind() throws Exception {
    Receiver shop = receiver();
    shop.answer(500);
    site.register("w1", shop.url());
    site.happens("A", "stock.received");
    site.node(Site.QUICK);
    DeliveryDesk desk = site.desk();
    Endpoint w1 = site.endpoint("w1");
    Site.until(() -> desk.standing(w1).retrying() == 1);
    site.registered.remove("w1");
    Site.until(() -> desk.standing(w1).retrying() == 0 && desk.standing(w1).position() == 0);
  }

  @Test
  void filters_and_patterns_say_what_is_told() {
    Endpoint one =
        new Endpoint(
            "w",
            "https://example.com/",
            java.util.Set.of(),
            List.of("stock.reserved", "transfer.*"),
            java.util.Set.of("L1"),
            java.util.Set.of("A", "B"),
            List.of(),
            false,
            0,
            0,
            0);
    assertThat(one.wants("stock.reserved")).isTrue();
    assertThat(one.wants("stock.reserved-more")).isFalse();
    assertThat(one.wants("transfer.requested")).isTrue();
    assertThat(one.wants("transferred.x")).isFalse();
    assertThat(one.isAbout("L1", "A")).isTrue();
    assertThat(one.isAbout("L2", "A")).isFalse();
    assertThat(one.isAbout("L1", "C")).isFalse();
    assertThat(one.isAbout(null, null)).isFalse();
  }

  @Test
  void pauses_double_up_to_the_longest_and_are_strewn() {
    Random random = new Random(7);
    for (int attempts = 1; attempts < 40; attempts++) {
      long pause =
          BackOff.after(attempts, Duration.ofSeconds(2), Duration.ofHours(1), random).toMillis();
      long plain = Math.min(3_600_000L, 2_000L << Math.min(attempts - 1, 30));
      assertThat(pause).isBetween(plain * 8 / 10, plain * 12 / 10);
    }
  }
}
