package io.stockledger.outgoing.change;

import io.stockledger.api.stock.ItemId;
import io.stockledger.outgoing.change.Entries.Happening;
import io.stockledger.outgoing.change.Items.Moved;
import io.stockledger.outgoing.change.ProgressRow.Progress;
import io.stockledger.outgoing.change.ShownTable.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The steps by which channels are told. Each is one transaction, which holds the progress from its
 * beginning to its end: what is told, that it was told, and how far this is, are there together or
 * not at all.
 */
public final class Steps {
  private static final int FORGOTTEN_AT_A_TIME = 5_000;

  private final Offers offers;
  private final Items items;
  private final Entries entries;
  private final ChangeSettings settings;
  private final InstantSource clock;
  private final ProgressRow progress;
  private final ShownTable shown;
  private final ChangeTable log;
  private final TaskTable tasks;
  private final TransactionTemplate transaction;
  private volatile long position;
  private volatile long lastChange;
  private long told;
  private boolean hasChannels;

  /**
   * @param dataSource whose search path is the schema of what was told
   */
  public Steps(
      DataSource dataSource,
      JsonMapper json,
      Offers offers,
      Items items,
      Entries entries,
      ChangeSettings settings,
      InstantSource clock) {
    this.offers = offers;
    this.items = items;
    this.entries = entries;
    this.settings = settings;
    this.clock = clock;
    this.progress = new ProgressRow(dataSource);
    this.shown = new ShownTable(dataSource, json);
    this.log = new ChangeTable(dataSource, json);
    this.tasks = new TaskTable(dataSource);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Whether anybody is to be told anything. */
  boolean hasChannels() {
    // none is ever un-put
    hasChannels = hasChannels || !offers.channels().isEmpty();
    return hasChannels;
  }

  /** Up to where entries were looked at, as far as this node knows. */
  long position() {
    return position;
  }

  /** The newest change that this node told of. */
  long lastChange() {
    return lastChange;
  }

  /**
   * Looks at what is new in the ledger.
   *
   * @return whether there may be more
   */
  boolean follow() {
    return entries.head() > position
        && offers.position() > position
        && inTransaction(this::followOn);
  }

  private boolean followOn() {
    Progress before = progress.hold();
    long upTo = offers.position();
    if (upTo <= before.position()) {
      position = before.position();
      return false; // another node was further
    }
    if (before.position() == 0) {
      tasks.ask(new Happening(upTo, Cause.REGISTRY, Reach.EVERYTHING), clock.instant());
      save(new Progress(upTo, before.lastChange()));
      return true;
    }
    int limit = settings.itemsAtATime();
    Moved moved = items.moved(before.position(), upTo, limit);
    List<Happening> happenings = entries.between(before.position(), moved.upTo(), limit);
    long seenUpTo = happenings.size() < limit ? moved.upTo() : happenings.getLast().position();
    if (seenUpTo <= before.position()) {
      position = before.position();
      return false;
    }
    for (Happening happening : Together.of(happenings)) {
      if (!items.part(happening.reach(), null, 1).isEmpty()) {
        tasks.ask(happening, clock.instant());
      }
    }
    long lastChange = tell(offers.channels(), moved.items(), Cause.STOCK, before.lastChange());
    save(new Progress(seenUpTo, lastChange));
    return seenUpTo < upTo;
  }

  /**
   * Looks at what the clock changed.
   *
   * @return whether there may be more
   */
  boolean passTime() {
    return shown.isDue(clock.instant()) && isReady() && inTransaction(this::passTimeOn);
  }

  private boolean passTimeOn() {
    Progress before = progress.hold();
    List<Place> due = shown.due(clock.instant(), settings.itemsAtATime());
    if (due.isEmpty() || offers.position() < before.position()) {
      return false;
    }
    Map<String, List<ItemId>> byChannel = new LinkedHashMap<>();
    due.forEach(
        place ->
            byChannel.computeIfAbsent(place.channel(), c -> new ArrayList<>()).add(place.item()));
    long lastChange = before.lastChange();
    for (Map.Entry<String, List<ItemId>> each : byChannel.entrySet()) {
      lastChange = tell(Set.of(each.getKey()), each.getValue(), Cause.CLOCK, lastChange);
    }
    save(new Progress(before.position(), lastChange));
    return due.size() == settings.itemsAtATime();
  }

  /**
   * Goes on with what is looked at in the background.
   *
   * @return whether there was something
   */
  boolean goOn() {
    return tasks.next().isPresent() && isReady() && inTransaction(this::goOnOnce);
  }

  private boolean goOnOnce() {
    Progress before = progress.hold();
    Optional<Recomputation> next = tasks.next();
    if (next.isEmpty() || offers.position() < before.position()) {
      return false;
    }
    Recomputation task = next.get();
    Instant now = clock.instant();
    if (task.startedAt() == null) {
      tasks.begin(task, items.count(task.reach()), now);
    }
    String channel = task.reach().channel();
    Set<String> channels = channel == null ? offers.channels() : Set.of(channel);
    int limit = settings.itemsAtATime(channels.size());
    List<ItemId> part = items.part(task.reach(), task.after(), limit);
    long lastChange = tell(channels, part, task.cause(), before.lastChange());
    tasks.advance(
        task, part.size(), part.isEmpty() ? null : part.getLast(), part.size() < limit, now);
    save(new Progress(before.position(), lastChange));
    return true;
  }

  /**
   * Forgets some of what was kept long enough.
   *
   * @return whether there may be more
   */
  boolean forget() {
    return inTransaction(
        () -> {
          progress.hold();
          Instant before = clock.instant().minus(settings.kept());
          ChangeTable.Forgotten forgotten = log.forget(before, FORGOTTEN_AT_A_TIME);
          progress.forgot(forgotten.newest());
          tasks.forget(before);
          return forgotten.many() == FORGOTTEN_AT_A_TIME;
        });
  }

  /** Not before this node knows as much as whoever told last. */
  private boolean isReady() {
    return position > 0 && offers.position() >= position;
  }

  private long tell(Set<String> channels, Collection<ItemId> looked, Cause cause, long lastChange) {
    long last = lastChange;
    if (!looked.isEmpty()) {
      for (String channel : channels) {
        last = tell(channel, looked, cause, last);
      }
    }
    return last;
  }

  private long tell(String channel, Collection<ItemId> looked, Cause cause, long lastChange) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Set<ItemId> all = new LinkedHashSet<>(looked);
    Difference difference =
        Difference.of(
            channel,
            offers.of(channel, all, now),
            shown.read(channel, all),
            cause,
            now,
            lastChange);
    log.add(difference.changes());
    shown.save(channel, difference.shown());
    shown.remove(channel, difference.gone());
    return difference.lastChange();
  }

  private void save(Progress after) {
    progress.save(after);
    position = after.position();
    told = after.lastChange();
  }

  private boolean inTransaction(BooleanSupplier step) {
    long before = position;
    boolean committed = false;
    try {
      boolean more = Boolean.TRUE.equals(transaction.execute(status -> step.getAsBoolean()));
      committed = true;
      lastChange = told;
      return more;
    } finally {
      if (!committed) {
        position = before;
      }
    }
  }
}
