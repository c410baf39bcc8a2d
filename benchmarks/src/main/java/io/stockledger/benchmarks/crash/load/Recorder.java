package io.stockledger.benchmarks.crash.load;

import io.stockledger.benchmarks.crash.history.Attempt;
import io.stockledger.benchmarks.crash.history.ItemRead;
import io.stockledger.benchmarks.crash.history.Lookup;
import io.stockledger.benchmarks.crash.history.Note;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what was sent, heard and done, and is the clock of the run. Safe for many threads. */
public final class Recorder {
  private final Instant start = Instant.now();
  private final long startNanos = System.nanoTime();
  private final List<Note> notes = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Lookup> lookups = new ArrayList<>();
  private final List<ItemRead> reads = new ArrayList<>();

  /** Keys of which no decision is known. */
  private final Map<String, Request> open = new ConcurrentHashMap<>();

  /** Never goes back, whatever is done to the machine's clock. */
  public Instant now() {
    return start.plusNanos(System.nanoTime() - startNanos).truncatedTo(ChronoUnit.MICROS);
  }

  public synchronized void note(String text) {
    notes.add(new Note(now(), text));
  }

  /** About to be sent. From here on it may have happened. */
  void sending(String key, Request request) {
    open.put(key, request);
  }

  synchronized void add(Attempt attempt) {
    attempts.add(attempt);
    if (attempt.isDecided()) {
      open.remove(attempt.key());
    }
  }

  synchronized void add(Lookup lookup) {
    lookups.add(lookup);
  }

  synchronized void add(ItemRead read) {
    reads.add(read);
  }

  /** The keys of which no decision is known yet. */
  public List<String> openKeys() {
    return List.copyOf(open.keySet());
  }

  public synchronized List<Note> notes() {
    return List.copyOf(notes);
  }

  public synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  public synchronized List<Lookup> lookups() {
    return List.copyOf(lookups);
  }

  public synchronized List<ItemRead> reads() {
    return List.copyOf(reads);
  }
}
