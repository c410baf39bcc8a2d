package io.stockledger.outgoing.webhook;

import io.stockledger.outgoing.webhook.DeliveryTable.Line;
import io.stockledger.outgoing.webhook.EndpointRun.Tables;
import io.stockledger.outgoing.webhook.Sender.Answered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The attempts of one round at one endpoint; several lanes at a time. */
final class Turn {
  /** So many of a lane at once; the others then have their turn. */
  private static final int MOST_OF_A_LANE = 50;

  /** Attempts in a round at an endpoint that answers nothing: one again, and one that is new. */
  private static final int PROBES = 2;

  private final Endpoint endpoint;
  private final Silence silence;
  private final Means means;
  private final DeliveryTable deliveries;
  private final AtomicLong taken = new AtomicLong();
  private final AtomicInteger probes;

  /** What attempts are made with, and where their outcome is remembered. */
  record Means(
      Tables tables,
      Sender sender,
      Endpoints endpoints,
      DeliverySettings settings,
      InstantSource clock) {}

  Turn(Endpoint endpoint, Silence silence, Means means) {
    this.endpoint = endpoint;
    this.silence = silence;
    this.means = means;
    this.deliveries = means.tables().deliveries();
    this.probes = new AtomicInteger(silence.lasts() ? PROBES : 0);
  }

  /** So many were taken. */
  long taken() {
    return taken.get();
  }

  private boolean mayTry() {
    return !silence.lasts() || probes.getAndDecrement() > 0;
  }

  /** New ones of one lane; the first that fails keeps the others back. */
  List<Line> first(List<Message> lane) throws InterruptedException {
    for (int i = 0; i < lane.size(); i++) {
      if (!mayTry()) {
        return lane.subList(i, lane.size()).stream().map(Line::waiting).toList();
      }
      Answered answered = attempt(lane.get(i));
      if (!answered.taken()) {
        List<Line> kept = new ArrayList<>();
        kept.add(failed(Line.waiting(lane.get(i)), answered));
        lane.subList(i + 1, lane.size()).forEach(later -> kept.add(Line.waiting(later)));
        return kept;
      }
    }
    return List.of();
  }

  /** One that is due again, and those of its lane that follow. */
  List<Line> again(Line head) throws InterruptedException {
    Optional<Line> next = Optional.of(head);
    for (int i = 0; i < MOST_OF_A_LANE && next.isPresent(); i++) {
      if (!mayTry()) {
        return List.of();
      }
      Line line = next.get();
      Answered answered = attempt(line.message());
      if (!answered.taken()) {
        deliveries.change(endpoint.webhook(), failed(line, answered));
        return List.of();
      }
      deliveries.remove(endpoint.webhook(), line.message());
      next = deliveries.head(endpoint.webhook(), head.message().lane());
    }
    return List.of();
  }

  private Line failed(Line line, Answered answered) {
    Instant now = means.clock().instant();
    Duration pause =
        BackOff.after(
            line.attempts() + 1,
            means.settings().firstRetry(),
            means.settings().longestRetry(),
            ThreadLocalRandom.current());
    Line failed = line.failed(String.valueOf(answered.failure()), now, now.plus(pause));
    Instant first = failed.firstAt() == null ? now : failed.firstAt();
    return now.isBefore(first.plus(means.settings().patience())) ? failed : failed.parked();
  }

  private Answered attempt(Message message) throws InterruptedException {
    Answered answered = means.sender().send(request(endpoint, message, means.clock().instant()));
    if (answered.taken()) {
      taken.incrementAndGet();
      if (silence.ends()) {
        deliveries.dueNow(endpoint.webhook());
      }
      return answered;
    }
    silence.failed();
    means
        .tables()
        .progress()
        .failed(endpoint.webhook(), String.valueOf(answered.failure()), means.clock().instant());
    if (answered.gone()) {
      means.endpoints().gone(endpoint.webhook());
    }
    return answered;
  }

  private static Sender.Request request(Endpoint endpoint, Message message, Instant now) {
    String id = message.id(endpoint.webhook());
    long timestamp = now.getEpochSecond();
    return new Sender.Request(
        endpoint.url(),
        id,
        timestamp,
        Signature.of(endpoint.secrets(), id, timestamp, message.body()),
        message.body());
  }
}
