package io.stockledger.server.play;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds everything that was accepted into the model, item by item in the order of the ledger's
 * versions, and judges on the way: was every promised unit there, and did every answer say what the
 * model says.
 */
final class Judgement {
  private static final int SHOWN = 20;

  private final Map<Item, ItemModel> models = new HashMap<>();
  private final Map<Item, Long> versions = new HashMap<>();
  private final Set<Item> low = new HashSet<>();
  private final Map<String, Long> uncoveredBy = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private long answersCompared;
  private long answersThatDiffer;
  private long unitsPromisedThatWereNotThere;
  private long promisedBeyond;
  private long doubled;

  Judgement(Journal journal) {
    this(journal, item -> null);
  }

  /**
   * @param thresholds what is low for an item, or nothing
   */
  Judgement(Journal journal, Function<Item, @Nullable Threshold> thresholds) {
    for (Item item : journal.items()) {
      fold(item, journal.of(item), thresholds.apply(item));
    }
  }

  private void fold(Item item, List<Fact> facts, @Nullable Threshold threshold) {
    ItemModel model = new ItemModel();
    long version = 0;
    boolean isLow = false;
    for (Fact fact : facts) {
      if (fact.version() - fact.entries() < version) {
        doubled++;
        differ(item, "version " + fact.version() + " was written by two commands");
      }
      version = fact.version();
      model.forgetExpired(fact.recordedAt());
      Standing before = model.at(fact.recordedAt());
      model.take(fact);
      Standing after = model.at(fact.recordedAt());
      isLow = threshold != null && threshold.isLow(isLow, after.available());
      judge(fact, before, after);
      compare(item, fact, after);
    }
    models.put(item, model);
    versions.put(item, version);
    if (isLow) {
      low.add(item);
    }
  }

  private void judge(Fact fact, Standing before, Standing after) {
    long uncovered = Math.max(0, after.uncovered() - before.uncovered());
    if (fact.deed() instanceof Deed.Promised promised) {
      long ofWhatIsThere = promised.units() - promised.beyond();
      unitsPromisedThatWereNotThere += Math.max(0, ofWhatIsThere - before.available());
      promisedBeyond += promised.beyond();
    } else if (uncovered > 0) {
      uncoveredBy.merge(cause(fact.deed()), uncovered, Long::sum);
    }
  }

  private static String cause(Deed deed) {
    return switch (deed) {
      case Deed.Counted c -> "counts";
      case Deed.Disputed d -> "counts";
      case Deed.Settled s -> "counts";
      case Deed.Taken t -> "sales";
      case Deed.Sold s -> "sales stated as facts";
      case Deed.Moved m -> "adjustments and reversals";
      case Deed.Turned t -> "condition moves";
      case Deed.Promised p -> "promises";
      case Deed.Confirmed c -> "promises";
      case Deed.Extended e -> "promises";
      case Deed.Fetched f -> "picks";
      case Deed.Freed f -> "releases";
      case Deed.Kept k -> "setting aside";
      case Deed.Left l -> "transfers";
      case Deed.UnderWay u -> "transfers";
      case Deed.Arrived a -> "transfers";
      case Deed.Announced a -> "expected supply";
      case Deed.Came c -> "expected supply";
      case Deed.Totalled t -> "totals of feeds";
    };
  }

  private void compare(Item item, Fact fact, Standing model) {
    answersCompared++;
    if (!fact.answered().equals(model)) {
      answersThatDiffer++;
      differ(
          item,
          "version %d, %s: answered %s, the model says %s"
              .formatted(fact.version(), fact.deed(), fact.answered(), model));
    }
  }

  private void differ(Item item, String what) {
    if (differences.size() < SHOWN) {
      differences.add(item + ": " + what);
    }
  }

  Map<Item, ItemModel> models() {
    return models;
  }

  /** Whether it was low after the last command on it. */
  boolean wasLow(Item item) {
    return low.contains(item);
  }

  /** The version that the last accepted command on the item left. */
  long versionOf(Item item) {
    return versions.getOrDefault(item, 0L);
  }

  /** Promises that ran out; only complete when asked after {@code now}. */
  long expired(Instant now) {
    models.values().forEach(model -> model.forgetExpired(now));
    return models.values().stream().mapToLong(ItemModel::expired).sum();
  }

  /** Units that lost their cover later, by what took it. */
  Map<String, Long> uncoveredBy() {
    return uncoveredBy;
  }

  long unitsPromisedThatWereNotThere() {
    return unitsPromisedThatWereNotThere;
  }

  /** Units that channels promised beyond what there was, by backorder and pre-order. */
  long promisedBeyond() {
    return promisedBeyond;
  }

  long answersCompared() {
    return answersCompared;
  }

  long answersThatDiffer() {
    return answersThatDiffer;
  }

  /** Entries that two commands claim to have written. */
  long doubled() {
    return doubled;
  }

  /** The first differences, one sentence each. */
  List<String> differences() {
    return differences;
  }
}
