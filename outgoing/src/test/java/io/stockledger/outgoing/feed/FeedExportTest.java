package io.stockledger.outgoing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedExportTest {
  private static final ScheduledFeed FEED = feed("web", Shop.CHANNEL, 2);

  @TempDir private Path directory;
  private final Shop shop = new Shop();

  private static ScheduledFeed feed(String id, String channel, int keep) {
    return new ScheduledFeed(
        id,
        channel,
        LocalTime.of(2, 30),
        ZoneId.of("Europe/Vienna"),
        Duration.ofMinutes(15),
        keep,
        false,
        null);
  }

  private static Offered units(long units) {
    return units < 0
        ? new Offered(OfferState.NOT_EXPOSED, null, null, null, false)
        : new Offered(
            units == 0 ? OfferState.OUT_OF_STOCK : OfferState.IN_STOCK, units, null, null, true);
  }

  private static ItemId item(int number) {
    return new ItemId("L" + number % 3, "S" + number);
  }

  private void settle() {
    FeedExport export = shop.export(directory);
    while (export.step(FEED, () -> true)) {
      // until nothing is due
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> kinds() throws IOException {
    return files().stream().map(name -> name.split("-", -1)[2]).toList();
  }

  private FeedState state() {
    return Objects.requireNonNull(shop.find(FEED.id()));
  }

  /** What somebody believes who reads all files in the order of their names. */
  private Map<String, String> believed() throws IOException {
    Map<String, String> believed = new TreeMap<>();
    for (String name : files()) {
      assertThat(name).startsWith("web-").endsWith(".tsv");
      if (name.contains("-full-")) {
        believed.clear();
      }
      for (String line : Files.readAllLines(directory.resolve(name)).stream().skip(1).toList()) {
        String[] values = line.split("\t", -1);
        String key = values[0] + " " + values[1];
        if (values[3].equals("out of stock")) {
          believed.remove(key);
        } else {
          believed.put(key, values[2]);
        }
      }
    }
    return believed;
  }

  @Test
  void the_first_file_is_full_and_what_changes_later_is_incremental() throws Exception {
    shop.put(item(1), units(5));
    shop.put(item(2), units(-1));
    shop.pass(Duration.ofMinutes(5));
    settle();
    assertThat(files()).containsExactly("web-20261124T100500000Z-full-0000000000000002.tsv");
    assertThat(Files.readString(directory.resolve(files().getFirst())))
        .isEqualTo("store_code\tid\tquantity\tavailability\nL1\tS1\t5\tin stock\n");
    shop.put(item(1), units(4));
    shop.put(item(1), units(-1));
    shop.pass(Duration.ofMinutes(14));
    settle();
    assertThat(kinds()).containsExactly("full");
    shop.pass(Duration.ofMinutes(1));
    settle();
    assertThat(kinds()).containsExactly("full", "incremental");
    assertThat(Files.readString(directory.resolve(files().getLast())))
        .isEqualTo("store_code\tid\tquantity\tavailability\nL1\tS1\t0\tout of stock\n");
    shop.pass(Duration.ofMinutes(15));
    settle();
    assertThat(kinds()).as("nothing changed").hasSize(2);
    assertThat(state().lookedAt()).isEqualTo(shop.instant());
  }

  @Test
  void a_full_file_is_begun_once_a_day_and_older_ones_go_with_what_followed_them()
      throws Exception {
    shop.put(item(1), units(5));
    for (int day = 0; day < 4; day++) {
      settle();
      shop.pass(Duration.ofHours(1));
      shop.put(item(1), units(10 + day));
      settle();
      shop.pass(Duration.ofHours(23));
    }
    assertThat(kinds()).containsExactly("full", "incremental", "full", "incremental");
    assertThat(believed()).isEqualTo(shop.truth());
  }

  @Test
  void what_is_not_kept_in_the_log_any_more_is_made_good_by_a_full_file() throws Exception {
    shop.put(item(1), units(5));
    settle();
    shop.put(item(1), units(6));
    shop.forgetAll();
    settle();
    assertThat(kinds()).containsExactly("full", "full");
    assertThat(believed()).isEqualTo(shop.truth());
  }

  @Test
  void what_fails_is_told_and_tried_again_later() throws Exception {
    ScheduledFeed unknown = feed("web", "other", 2);
    FeedExport export = shop.export(directory);
    for (int i = 1; i <= 2; i++) {
      assertThat(export.step(unknown, () -> true)).isFalse();
      FeedState.Failure failure = Objects.requireNonNull(state().failure());
      assertThat(failure.times()).isEqualTo(i);
      assertThat(failure.what()).contains("nobody put the channel other");
      assertThat(export.step(unknown, () -> true)).isFalse();
      assertThat(state().failure()).as("rests").isEqualTo(failure);
      shop.pass(Duration.ofMinutes(1));
    }
    settle(); // another channel: all anew
    assertThat(kinds()).containsExactly("full");
    assertThat(state().failure()).isNull();
  }

  @Test
  void who_may_not_go_on_leaves_no_file() throws Exception {
    shop.put(item(1), units(5));
    assertThat(shop.export(directory).step(FEED, () -> false)).isFalse();
    assertThat(files()).isEmpty();
    settle();
    assertThat(kinds()).containsExactly("full");
  }

  @Test
  void what_a_crash_left_of_a_file_is_taken_away_and_nothing_of_others() throws Exception {
    String left = ".web-20261124T100000000Z-full-0000000000000000.tsv.part";
    List<String> others =
        List.of(
            ".web-2-20261124T100000000Z-full-0000000000000000.tsv.part",
            "web-notes.tsv",
            "webXfull-1.tsv");
    Files.writeString(directory.resolve(left), "store_code");
    for (String other : others) {
      Files.writeString(directory.resolve(other), "x");
    }
    settle();
    assertThat(files()).doesNotContain(left).containsAll(others).hasSize(4);
  }

  @Test
  void a_crash_at_any_moment_loses_nothing() throws Exception {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    int crashes = 0;
    for (int step = 0; step < 1_500; step++) {
      for (int i = random.nextInt(4); i > 0; i--) {
        shop.put(item(random.nextInt(1_200)), units(random.nextInt(8) - 1));
      }
      shop.pass(Duration.ofSeconds(1 + random.nextInt(3_600)));
      if (random.nextInt(400) == 0) {
        shop.forgetAll();
      }
      shop.breakAfter(random.nextInt(8));
      try {
        settle();
      } catch (Shop.Broken e) {
        crashes++;
      }
    }
    shop.repair();
    shop.pass(Duration.ofMinutes(15));
    settle();
    assertThat(believed()).as("seed " + seed).isEqualTo(shop.truth());
    assertThat(crashes).as("seed " + seed).isGreaterThan(100);
  }

  @Test
  void a_day_has_one_full_file_when_clocks_are_changed_too() {
    ZoneId zone = FEED.zone();
    for (String day : List.of("2026-03-29T12:00:00Z", "2026-10-25T12:00:00Z")) {
      Instant noon = Instant.parse(day);
      Instant full = FEED.fullBefore(noon);
      assertThat(full.atZone(zone).toLocalDate()).isEqualTo(noon.atZone(zone).toLocalDate());
      assertThat(FEED.fullBefore(full)).isEqualTo(full);
      assertThat(FEED.fullAfter(full)).isAfter(noon);
      assertThat(FEED.fullBefore(full.minusMillis(1))).isBefore(full.minus(Duration.ofHours(22)));
    }
    assertThat(FEED.fullBefore(Instant.parse("2026-03-29T12:00:00Z")))
        .as("02:30 was not there")
        .isEqualTo("2026-03-29T01:30:00Z");
  }
}
