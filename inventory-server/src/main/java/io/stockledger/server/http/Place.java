package io.stockledger.server.http;

import jakarta.servlet.ServletRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A place in a room, which its holder loses for as long as he waits for his own client: nobody else
 * shall stand before the door for a body that does not come. Used by the thread of its request.
 */
final class Place {
  private static final String ATTRIBUTE = Place.class.getName();

  private final WaitingRoom room;
  private final Deadlines.Limit moment;
  private boolean held;
  private boolean turnedAway;
  private @Nullable CompletableFuture<Boolean> inTime;

  /**
   * @param moment for how long the place is kept while its holder waits
   */
  Place(WaitingRoom room, Deadlines.Limit moment) {
    this.room = room;
    this.moment = moment;
  }

  /** The place that a request has, if it needs one. */
  static @Nullable Place of(ServletRequest request) {
    return (Place) request.getAttribute(ATTRIBUTE);
  }

  /** Waits for it; false where there is none in time. */
  boolean take(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
    return enter();
  }

  private boolean enter() {
    try {
      held = room.enter();
      return held;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** From here on its holder waits for his client. */
  void waits() {
    if (inTime == null) {
      CompletableFuture<Boolean> waiting = new CompletableFuture<>();
      moment.watch(
          waiting,
          late -> {
            if (late.complete(false)) {
              room.leave();
            }
          });
      inTime = waiting;
    }
  }

  /** The client has sent all; false where the place was lost and there is no other one in time. */
  boolean goesOn() {
    turnedAway = !wasKept() && !enter();
    return !turnedAway;
  }

  /** Whether its holder has sent all, and found no other place. */
  boolean isTurnedAway() {
    return turnedAway;
  }

  private boolean wasKept() {
    CompletableFuture<Boolean> waiting = inTime;
    inTime = null;
    if (waiting != null && !waiting.complete(true)) {
      held = false;
    }
    return held;
  }

  void leave() {
    if (wasKept()) {
      held = false;
      room.leave();
    }
  }
}
