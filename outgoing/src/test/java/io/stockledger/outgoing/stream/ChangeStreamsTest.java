package io.stockledger.outgoing.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChangeStreamsTest {
  private static final StreamSettings SETTINGS =
      new StreamSettings(50, 20_000, Duration.ofMillis(300), Duration.ofMillis(2));

  private final MemoryLog log = new MemoryLog();
  private final ChangeStreams streams = streams(SETTINGS);

  private ChangeStreams streams(StreamSettings settings) {
    ChangeStreams made =
        new ChangeStreams(
            log,
            settings,
            JsonMapper.shared(),
            InstantSource.fixed(MemoryLog.TOLD_AT.plusSeconds(40)));
    made.start();
    return made;
  }

  @AfterEach
  void close() {
    streams.close();
  }

  private void add(int changes) {
    for (int i = 0; i < changes; i++) {
      log.add("web", "S" + i % 5);
    }
    streams.wake();
  }

  private static List<Long> upTo(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toList();
  }

  @Test
  void who_follows_is_told_where_it_begins_and_then_what_changes() {
    add(3);
    Reader reader = new Reader(streams.open("web", null, Interest.ALL));
    await().until(() -> reader.text().startsWith("retry: 1000\nevent: following\nid: 3\n"));

    add(2);
    await().until(() -> reader.ids().size() == 2);
    assertThat(reader.ids()).containsExactly(4L, 5L);
    assertThat(reader.text())
        .contains("event: availability\nid: 5\ndata: {\"id\":5,\"channel\":\"web\"");
  }

  @Test
  void whoever_resumes_loses_nothing_and_hears_nothing_twice() {
    add(1_700);
    List<Reader> readers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      readers.add(new Reader(streams.open("web", i * 40L, Interest.ALL)));
      add(25);
      log.add("other", "S1");
    }
    long last = log.add("web", "S1");
    streams.wake();
    for (int i = 0; i < 40; i++) {
      Reader reader = readers.get(i);
      await().until(() -> reader.ids().contains(last));
      List<Long> expected =
          log.after("web", i * 40L, 10_000).stream().map(change -> change.id()).toList();
      assertThat(reader.ids()).isEqualTo(expected);
    }
  }

  @Test
  void a_stream_may_be_about_some_items_and_still_knows_where_it_is() {
    Reader reader = new Reader(streams.open("web", 0L, new Interest(Set.of(), Set.of("S1", "S2"))));
    await().until(() -> reader.text().contains("following"));
    add(5);

    await().until(() -> reader.ids().size() == 2);
    assertThat(reader.ids()).containsExactly(2L, 3L);
    await().until(() -> reader.text().endsWith(": alive\nid: 5\n\n"));
    Reader elsewhere = new Reader(streams.open("web", 0L, new Interest(Set.of("L2"), Set.of())));
    await().until(() -> elsewhere.text().endsWith(": alive\nid: 5\n\n"));
    assertThat(elsewhere.ids()).isEmpty();
  }

  @Test
  void a_slow_reader_is_dropped_and_resumes_where_it_was() {
    Reader quick = new Reader(streams.open("web", null, Interest.ALL));
    Reader slow = new Reader(streams.open("web", null, Interest.ALL));
    await().until(() -> slow.text().contains("following") && quick.text().contains("following"));
    slow.hold(true);
    for (int i = 1; i <= 10; i++) {
      add(30);
      int told = i * 30;
      await().until(() -> quick.ids().size() == told);
    }
    assertThat(quick.ids()).isEqualTo(upTo(1, 300));
    assertThat(streams.secondsBehind("web")).isEqualTo(40);

    slow.hold(false);
    await().until(slow::isOver);
    long known = slow.ids().isEmpty() ? 0 : slow.ids().getLast();
    assertThat(known).isLessThan(300);
    assertThat(slow.text())
        .endsWith("event: dropped\nid: %1$d\ndata: {\"after\":%1$d}\n\n".formatted(known));
    assertThat(streams.secondsBehind("web")).isZero();

    Reader again = new Reader(streams.open("web", known, Interest.ALL));
    await().until(() -> again.ids().size() == 300 - known);
    assertThat(again.ids()).isEqualTo(upTo(known + 1, 300));
  }

  @Test
  void who_hung_up_is_not_written_to_any_more() {
    Reader reader = new Reader(streams.open("web", null, Interest.ALL));
    await().until(() -> reader.text().contains("following"));
    reader.hangUp();
    add(1);

    await().until(() -> streams.open() == 0);
    assertThat(reader.failure()).hasMessage("gone");
  }

  @Test
  void who_may_not_follow_any_more_is_sent_away_with_the_next_heartbeat() {
    Reader reader = new Reader(streams.open("web", null, Interest.ALL), false);

    await().until(reader::isOver);
    assertThat(reader.text()).endsWith(": alive\nid: 0\n\n");
  }

  @Test
  void there_is_a_limit_to_open_streams() {
    ChangeStreams few = streams(SETTINGS.mostStreams(1));
    Reader reader = new Reader(few.open("web", null, Interest.ALL));
    assertThatThrownBy(() -> few.open("web", null, Interest.ALL))
        .isInstanceOf(TooManyStreams.class);

    reader.hangUp();
    log.add("web", "S1");
    few.wake();
    await().until(() -> few.open() == 0);
    few.open("web", null, Interest.ALL).close();
    few.close();
  }

  @Test
  void a_node_that_shuts_down_ends_its_streams_with_a_word() {
    Reader reader = new Reader(streams.open("web", null, Interest.ALL));
    await().until(() -> reader.text().contains("following"));
    streams.close();

    await().until(reader::isOver);
    assertThat(reader.text()).contains("event: closing\nid: 0\n");
    assertThatThrownBy(() -> streams.open("web", null, Interest.ALL))
        .isInstanceOf(TooManyStreams.class);
  }

  @Test
  void what_was_forgotten_while_it_was_read_is_not_passed_over() {
    add(3);
    ChangeStream stream = streams.open("web", 0L, Interest.ALL);
    log.forget(2);
    Reader reader = new Reader(stream);

    await().until(reader::isOver);
    assertThat(reader.ids()).isEmpty();
    assertThat(reader.text()).contains("event: gone\nid: 0\n");
  }
}
