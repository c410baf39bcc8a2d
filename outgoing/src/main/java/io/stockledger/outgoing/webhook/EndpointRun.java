package io.stockledger.outgoing.webhook;

import io.stockledger.outgoing.webhook.DeliveryTable.Line;
import io.stockledger.outgoing.webhook.Message.Source;
import io.stockledger.outgoing.webhook.ProgressTable.Reached;
import io.stockledger.outgoing.webhook.Reading.News;
import io.stockledger.outgoing.webhook.Turn.Means;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers to one endpoint, round by round. A round takes what is due again and what is new, lane
 * by lane; within a lane nothing goes before what was not taken. It is done with what is new once
 * that was taken or is a line of the table: only then the endpoint's place moves, so that a node
 * that dies leaves at most something to be sent twice.
 *
 * <p>An endpoint that answers nothing is tried with one message at a time, less and less often;
 * what is new for it stays where it is.
 */
final class EndpointRun {
  private final Tables tables;
  private final Reading reading;
  private final LostChanges lostChanges;
  private final DeliverySettings settings;
  private final InstantSource clock;
  private final Means means;
  private final Silence silence;

  /** Where it is remembered. */
  record Tables(ProgressTable progress, DeliveryTable deliveries, TransactionTemplate together) {}

  EndpointRun(
      Tables tables,
      Reading reading,
      LostChanges lostChanges,
      Sender sender,
      Endpoints endpoints,
      DeliverySettings settings,
      InstantSource clock) {
    this.tables = tables;
    this.reading = reading;
    this.lostChanges = lostChanges;
    this.settings = settings;
    this.clock = clock;
    this.means = new Means(tables, sender, endpoints, settings, clock);
    this.silence = new Silence(settings);
  }

  /** What a round came to: whether there may be more, and else when to look again. */
  record Rest(boolean more, Instant until) {}

  /**
   * @param again when to look again where nothing is due before
   */
  Rest round(Endpoint endpoint, Duration again) throws InterruptedException {
    Instant now = clock.instant();
    if (silence.lasts() && now.isBefore(silence.nextProbe())) {
      return new Rest(false, earlier(silence.nextProbe(), now.plus(again)));
    }
    boolean silent = silence.lasts();
    Reached reached = begin(endpoint);
    DeliveryTable deliveries = tables.deliveries;
    String webhook = endpoint.webhook();
    Set<String> blocked = deliveries.lanes(webhook);
    List<Line> due =
        blocked.isEmpty()
            ? List.of()
            : deliveries.dueHeads(webhook, now, silent ? 1 : settings.batch());
    boolean full = !blocked.isEmpty() && deliveries.held(webhook) >= settings.mostHeld();
    News news =
        full
            ? News.none(reached)
            : reading.beyond(endpoint, reached, settings.batch(), silent ? 1 : settings.batch());
    if (news.lost()) {
      lostChanges.note(endpoint, reached, now);
      return new Rest(true, now);
    }
    List<Line> leftOver = deliver(endpoint, due, news.messages(), blocked);
    if (!news.upTo().equals(reached)) {
      settle(webhook, reached, news.upTo(), leftOver);
    }
    silence.pause(clock.instant());
    boolean more = !news.upTo().equals(reached) || !due.isEmpty();
    return new Rest(more && !silence.lasts(), until(webhook, clock.instant().plus(again)));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Instant until(String webhook, Instant latest) {
    if (silence.lasts()) {
      return earlier(silence.nextProbe(), latest);
    }
    Optional<Instant> due = tables.deliveries.nextDue(webhook);
    return due.filter(latest::isAfter).orElse(latest);
  }

  /** Where it is; a replay that was asked for since begins here. */
  private Reached begin(Endpoint endpoint) {
    Reached reached = tables.progress.begin(endpoint);
    if (reached.replays() >= endpoint.replays()) {
      return reached;
    }
    Reached anew =
        new Reached(endpoint.replays(), endpoint.afterPosition(), endpoint.afterChange());
    tables.together.executeWithoutResult(
        transaction -> {
          String webhook = endpoint.webhook();
          tables.deliveries.removeBeyond(webhook, Source.ENTRY, anew.position());
          tables.deliveries.removeBeyond(webhook, Source.CHANGE, anew.change());
          tables.deliveries.removeBeyond(webhook, Source.LOST, anew.change());
          tables.progress.move(webhook, reached, anew);
        });
    return anew;
  }

  private void settle(String webhook, Reached from, Reached to, List<Line> leftOver) {
    tables.together.executeWithoutResult(
        transaction -> {
          leftOver.forEach(line -> tables.deliveries.add(webhook, line));
          tables.progress.move(webhook, from, to);
        });
  }

  /**
   * @return what of the news is to be kept: what failed, and what stays behind it
   */
  private List<Line> deliver(
      Endpoint endpoint, List<Line> due, List<Message> news, Set<String> blocked)
      throws InterruptedException {
    Map<String, List<Message>> lanes = new LinkedHashMap<>();
    List<Line> leftOver = new ArrayList<>();
    for (Message message : news) {
      if (blocked.contains(message.lane())) {
        leftOver.add(Line.waiting(message));
      } else {
        lanes.computeIfAbsent(message.lane(), lane -> new ArrayList<>()).add(message);
      }
    }
    Turn turn = new Turn(endpoint, silence, means);
    List<Callable<List<Line>>> work = new ArrayList<>();
    due.forEach(head -> work.add(() -> turn.again(head)));
    lanes.values().forEach(lane -> work.add(() -> turn.first(lane)));
    leftOver.addAll(inParallel(work));
    if (turn.taken() > 0) {
      tables.progress.succeeded(endpoint.webhook(), turn.taken(), clock.instant());
    }
    return leftOver;
  }

  private List<Line> inParallel(List<Callable<List<Line>>> work) throws InterruptedException {
    List<Line> all = new ArrayList<>();
    if (work.isEmpty()) {
      return all;
    }
    Semaphore places = new Semaphore(settings.atOnce());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Line>>> running = new ArrayList<>();
      for (Callable<List<Line>> one : work) {
        places.acquire();
        running.add(
            threads.submit(
                () -> {
                  try {
                    return one.call();
                  } finally {
                    places.release();
                  }
                }));
      }
      for (Future<List<Line>> one : running) {
        all.addAll(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
