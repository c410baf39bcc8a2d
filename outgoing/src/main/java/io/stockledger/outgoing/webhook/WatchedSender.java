package io.stockledger.outgoing.webhook;

import io.stockledger.outgoing.webhook.DeliveryWatch.Outcome;
import java.time.Duration;

/** Measures each attempt. */
final class WatchedSender implements Sender {
  private final Sender sender;
  private final DeliveryWatch watch;

  WatchedSender(Sender sender, DeliveryWatch watch) {
    this.sender = sender;
    this.watch = watch;
  }

  @Override
  public Answered send(Request request) throws InterruptedException {
    long begun = System.nanoTime();
    Answered answered = sender.send(request);
    watch.attempted(outcome(answered), Duration.ofNanos(System.nanoTime() - begun));
    return answered;
  }

  private static Outcome outcome(Answered answered) {
    if (answered.taken()) {
      return Outcome.TAKEN;
    }
    return answered.status() == null ? Outcome.UNANSWERED : Outcome.REFUSED;
  }
}
