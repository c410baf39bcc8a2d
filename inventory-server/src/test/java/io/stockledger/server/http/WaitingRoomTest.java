package io.stockledger.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Deadlines deadlines = new Deadlines();

  @AfterEach
  void close() {
    deadlines.close();
  }

  @Test
  void who_comes_first_is_let_in_first() throws Exception {
    WaitingRoom room = new WaitingRoom(1, LONG, deadlines.limit(LONG));
    List<Integer> inside = Collections.synchronizedList(new ArrayList<>());
    List<CompletableFuture<Boolean>> visitors = new ArrayList<>();
    assertThat(room.enter()).isTrue();
    for (int i = 0; i < 5; i++) {
      int visitor = i;
      visitors.add(visit(room, () -> inside.add(visitor)));
      await().until(() -> room.waiting() == visitor + 1);
    }
    for (int i = 0; i < 5; i++) {
      int soFar = i + 1;
      room.leave();
      await().until(() -> inside.size() == soFar);
    }
    assertThat(visitors.stream().map(CompletableFuture::join)).containsOnly(true);
    assertThat(inside).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void one_in_ten_is_turned_away_while_others_are_served() throws Exception {
    WaitingRoom room = new WaitingRoom(1, Duration.ZERO, deadlines.limit(LONG));
    assertThat(room.enter()).isTrue();
    List<CompletableFuture<Boolean>> visitors = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      visitors.add(visit(room, () -> {}));
      int waiting = i + 1;
      await().until(() -> room.waiting() == waiting);
    }
    for (int i = 0; i < 30; i++) {
      room.leave();
    }
    assertThat(visitors.stream().map(CompletableFuture::join).filter(in -> in)).hasSize(30);
  }

  @Test
  void nobody_is_turned_away_who_has_not_waited_for_a_while() throws Exception {
    WaitingRoom room = new WaitingRoom(1, LONG, deadlines.limit(LONG));
    assertThat(room.enter()).isTrue();
    List<CompletableFuture<Boolean>> visitors = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      visitors.add(visit(room, () -> {}));
      int waiting = i + 1;
      await().until(() -> room.waiting() == waiting);
    }
    for (int i = 0; i < 12; i++) {
      room.leave();
    }
    assertThat(visitors.stream().map(CompletableFuture::join)).containsOnly(true);
  }

  @Test
  void nobody_waits_for_ever_and_who_gave_up_takes_no_place() throws Exception {
    WaitingRoom room = new WaitingRoom(1, LONG, deadlines.limit(Duration.ofMillis(1)));
    assertThat(room.enter()).isTrue();
    assertThat(room.enter()).isFalse();
    room.leave();
    assertThat(room.enter()).isTrue();
  }

  private static CompletableFuture<Boolean> visit(WaitingRoom room, Runnable inside) {
    CompletableFuture<Boolean> visit = new CompletableFuture<>();
    Thread.startVirtualThread(
        () -> {
          try {
            boolean in = room.enter();
            if (in) {
              inside.run();
            }
            visit.complete(in);
          } catch (InterruptedException e) {
            visit.completeExceptionally(e);
          }
        });
    return visit;
  }
}
