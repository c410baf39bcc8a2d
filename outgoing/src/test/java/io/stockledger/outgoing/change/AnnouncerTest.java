package io.stockledger.outgoing.change;

import static io.stockledger.outgoing.change.Shop.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final ChangeSettings SMALL =
      new ChangeSettings(Duration.ofDays(7), 4, Duration.ofMillis(1), Duration.ofMillis(1));

  private final Shop shop = new Shop();
  private final Told told = new Told(shop, SMALL);

  @AfterEach
  void close() {
    told.close();
  }

  private List<LoggedChange> web() {
    return told.changes("web");
  }

  private LoggedChange last() {
    return web().getLast();
  }

  private void openWith(int items) {
    for (int i = 0; i < items; i++) {
      shop.move(item(i), 10 + i);
    }
    shop.put("web");
    told.settle();
  }

  private static Offered inStock(long units) {
    return new Offered(OfferState.IN_STOCK, units, null, null, true);
  }

  @Test
  void a_channel_that_is_put_is_told_everything_once() {
    openWith(10);

    assertThat(web()).hasSize(10).allMatch(change -> change.before() == null);
    told.settle();
    assertThat(web()).hasSize(10);
    assertThat(told.believed("web")).isEqualTo(told.answered("web"));
  }

  @Test
  void without_a_channel_nothing_is_to_be_done() {
    shop.move(item(1), 5);

    assertThat(told.steps().hasChannels()).isFalse();
    assertThat(told.rows("change")).isZero();
  }

  @Test
  void only_differences_are_told() {
    openWith(2);
    shop.move(item(0), 10);
    told.settle();

    assertThat(web()).hasSize(2);

    shop.move(item(0), 9);
    told.settle();
    assertThat(last().before()).isEqualTo(inStock(10));
    assertThat(last().after().sellable()).isEqualTo(9);
    assertThat(last().cause()).isEqualTo("stock");
    assertThat(last().version()).isEqualTo(3);
  }

  @Test
  void what_an_item_went_through_between_two_looks_is_one_change() {
    openWith(1);
    for (long units : new long[] {7, 3, 8, 1, 4}) {
      shop.move(item(0), units);
    }
    told.settle();

    assertThat(web()).hasSize(2);
    assertThat(last().before()).isEqualTo(inStock(10));
    assertThat(last().after().sellable()).isEqualTo(4);
  }

  @Test
  void what_changes_by_the_clock_alone_is_told_when_it_does() {
    Instant due = shop.instant().plusSeconds(60);
    shop.move(item(0), 5, due);
    shop.put("web");
    told.settle();

    shop.pass(Duration.ofSeconds(59));
    told.settle();
    assertThat(web()).hasSize(1);

    shop.pass(Duration.ofSeconds(1));
    told.settle();
    assertThat(web()).hasSize(2);
    assertThat(last().cause()).isEqualTo("clock");
    assertThat(last().after().state()).isEqualTo(OfferState.LIMITED_AVAILABILITY);
    assertThat(told.steps().passTime()).isFalse();
  }

  @Test
  void a_channel_does_not_have_what_is_not_exposed() {
    openWith(2);
    shop.buffer("web", -1);
    told.settle();

    assertThat(last().after().state()).isEqualTo(OfferState.NOT_EXPOSED);
    assertThat(told.rows("shown")).isZero();

    shop.move(item(0), 3);
    told.settle();
    assertThat(web()).hasSize(4);

    shop.buffer("web", 0);
    told.settle();
    assertThat(web()).hasSize(6);
    assertThat(last().before()).isNull();
    assertThat(last().cause()).isEqualTo("rule");
  }

  @Test
  void a_rule_is_followed_in_steps_that_tell_how_far_they_are() {
    openWith(10);
    shop.buffer("web", 2);
    while (told.steps().follow()) {
      // until it was heard of
    }
    shop.buffer("web", 3);
    told.steps().follow();
    TaskTable tasks = new TaskTable(told.source());
    assertThat(tasks.recomputations("web", 1).getFirst().startedAt()).isNull();

    told.steps().goOn();
    Recomputation task = tasks.recomputations("web", 1).getFirst();
    assertThat(task.done()).isEqualTo(4);
    assertThat(task.total()).isEqualTo(10);
    assertThat(task.finishedAt()).isNull();

    shop.buffer("web", 4); // asked for once it was begun: it has to be gone through again
    told.settle();
    assertThat(tasks.recomputations("web", 10)).allMatch(each -> each.finishedAt() != null);
    assertThat(tasks.recomputations("web", 10).stream().filter(t -> t.cause() == Cause.RULE))
        .hasSize(2);
    assertThat(told.believed("web")).isEqualTo(told.answered("web"));
  }

  @Test
  void a_short_task_does_not_wait_until_a_long_one_is_finished() {
    openWith(10);
    shop.buffer("web", 2);
    told.steps().follow();
    told.steps().goOn();
    shop.changed(item(0));
    told.steps().follow();
    told.steps().goOn();
    told.steps().goOn();

    List<Recomputation> tasks = new TaskTable(told.source()).recomputations("web", 2);
    assertThat(tasks).extracting(Recomputation::cause).containsExactly(Cause.RULE, Cause.REGISTRY);
    assertThat(tasks).extracting(Recomputation::done).containsExactly(8L, 1L);
    assertThat(tasks.getLast().finishedAt()).isNotNull();
  }

  @Test
  void what_is_about_all_channels_is_looked_at_in_smaller_steps() {
    openWith(10);
    shop.put("shop");
    told.settle();
    shop.changedAll();
    told.steps().follow();
    told.steps().goOn();

    assertThat(new TaskTable(told.source()).recomputations("web", 1))
        .extracting(Recomputation::done)
        .containsExactly(2L);
    told.settle();
    assertThat(told.believed("web")).isEqualTo(told.answered("web"));
  }

  @Test
  void what_moves_is_told_while_a_rule_is_followed() {
    openWith(10);
    shop.buffer("web", 2);
    told.steps().follow();
    told.steps().goOn();
    shop.move(item(9), 1);
    told.steps().follow();

    assertThat(last().sku()).isEqualTo("S9");
    told.settle();
    assertThat(told.believed("web")).isEqualTo(told.answered("web"));
  }

  @Test
  void wherever_it_crashes_everything_is_told_once() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    openWith(9);
    shop.put("shop");
    int crashes = 0;
    for (int round = 1; round <= 60; round++) {
      change(random);
      told.database.failAt(round % 23 + 1);
      try {
        told.settle();
      } catch (RuntimeException e) {
        crashes++;
        told.steps(SMALL);
      }
      told.database.failAt(Integer.MAX_VALUE);
    }
    told.settle();

    assertThat(crashes).as("seed %s", seed).isGreaterThan(20);
    for (String channel : List.of("web", "shop")) {
      assertThat(told.believed(channel)).as("seed %s", seed).isEqualTo(told.answered(channel));
    }
    long count = told.rows("change");
    assertThat(told.log.end()).isEqualTo(count); // no id is taken by what was not told
  }

  private void change(Random random) {
    switch (random.nextInt(4)) {
      case 0 -> shop.buffer(random.nextBoolean() ? "web" : "shop", random.nextInt(5) - 1);
      case 1 -> shop.pass(Duration.ofSeconds(random.nextInt(40)));
      default -> {
        for (int i = 0; i < 6; i++) {
          shop.move(
              item(random.nextInt(9)),
              random.nextInt(6),
              random.nextBoolean() ? null : shop.instant().plusSeconds(random.nextInt(60) + 1));
        }
      }
    }
  }

  @Test
  void what_is_kept_long_enough_is_forgotten_and_the_log_says_so() {
    openWith(3);
    shop.pass(Duration.ofDays(7));
    shop.move(item(0), 1);
    told.settle();
    assertThat(told.steps().forget()).isFalse();
    assertThat(told.log.begin()).isZero();

    shop.pass(Duration.ofSeconds(1));
    told.steps().forget();
    assertThat(told.log.begin()).isEqualTo(3);
    assertThat(web()).hasSize(1);
    assertThat(told.log.end()).isEqualTo(4);
  }

  @Test
  void another_node_takes_over_from_one_that_is_gone() throws SQLException {
    AtomicReference<Connection> lock = new AtomicReference<>();
    Steps elsewhere = told.steps(SMALL);
    Leadership first = new Leadership(() -> keep(lock, told.source().getConnection()));
    Leadership second = new Leadership(() -> told.source().getConnection());
    await().until(first::isOurs);
    try (Announcer other = new Announcer(elsewhere, second, shop, SMALL, () -> {})) {
      other.start();
      shop.move(item(0), 5);
      shop.put("web");
      await().pollDelay(Duration.ofMillis(700)).until(() -> web().isEmpty());

      lock.get().abort(Runnable::run);
      await().atMost(Duration.ofSeconds(3)).until(() -> web().size() == 1);
      assertThat(first.isOurs()).isFalse();
    }
    first.close();
  }

  private static Connection keep(AtomicReference<Connection> kept, Connection connection) {
    kept.set(connection);
    return connection;
  }
}
