package io.stockledger.server.play;

import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeSet;

/**
 * The physical history of one condition of one item, in the order in which things happened. Today's
 * figure is what remains when the history is told from the beginning: a movement adds, a count says
 * how many there are. Nothing else is needed for late facts: whatever a count came after is
 * forgotten at that count.
 */
final class Shelves {
  private record Word(Instant occurredAt, long version, boolean count, long units) {}

  private final TreeSet<Word> history =
      new TreeSet<>(Comparator.comparing(Word::occurredAt).thenComparingLong(Word::version));

  void move(Instant occurredAt, long version, long units) {
    history.add(new Word(occurredAt, version, false, units));
  }

  void count(Instant occurredAt, long version, long units) {
    history.add(new Word(occurredAt, version, true, units));
  }

  /** Units there today. */
  long today() {
    long units = 0;
    Iterator<Word> backwards = history.descendingIterator();
    while (backwards.hasNext()) {
      Word word = backwards.next();
      units += word.units();
      if (word.count()) {
        return units;
      }
    }
    return units;
  }

  /** Units there at a moment, by what happened until then; below 0 where late facts contradict. */
  long at(Instant moment) {
    long units = 0;
    for (Word word : history.descendingSet()) {
      if (!word.occurredAt().isAfter(moment)) {
        units += word.units();
        if (word.count()) {
          return units;
        }
      }
    }
    return units;
  }

  /** Something that happened then lies behind a count, so that the count knew of it. */
  boolean countedAfter(Instant occurredAt, long version) {
    return history.tailSet(new Word(occurredAt, version, false, 0), false).stream()
        .anyMatch(Word::count);
  }
}
