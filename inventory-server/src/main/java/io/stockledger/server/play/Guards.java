package io.stockledger.server.play;

import io.stockledger.server.play.Offer.Around;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Judges every promise through a channel, and every refusal of one, by what was sellable there. A
 * promise is an entry, so that what it was decided on is known exactly. A refusal leaves none:
 * there must be a state of the item, between the moments at which it was asked for and answered,
 * that explains it to the word and the figure.
 */
final class Guards {
  private final Channels channels;
  private final Switching switching;
  private final Silences silences;
  private final Findings promises = new Findings("promises through channels judged");
  private final Findings refusals = new Findings("refusals of channels judged");

  Guards(Channels channels, Switching switching, Silences silences) {
    this.channels = channels;
    this.switching = switching;
    this.silences = silences;
  }

  void judge(Journal journal) {
    for (Item item : journal.items()) {
      judge(item, journal.of(item), journal.refusedOf(item));
    }
  }

  private void judge(Item item, List<Fact> facts, List<Refused> refused) {
    ItemModel model = new ItemModel();
    List<Refused> open = new ArrayList<>(refused);
    Instant from = Instant.EPOCH;
    for (Fact fact : facts) {
      explain(open, model, from, fact.recordedAt().plusMillis(1));
      if (fact.deed() instanceof Deed.Promised promised && promised.through() != null) {
        judge(item, model, fact, promised, promised.through());
      }
      model.take(fact);
      from = fact.recordedAt();
    }
    explain(open, model, from, Instant.MAX);
    int explained = refused.size() - open.size();
    for (int i = 0; i < explained; i++) {
      refusals.compare(List.of());
    }
    for (Refused one : open) {
      refusals.compare(
          List.of(
              "%s of %s through %s at %s: %s, which the model cannot explain; now %s"
                  .formatted(
                      one.units(),
                      item,
                      one.outlet().word(),
                      one.until(),
                      one.said(),
                      model.at(one.until()))));
    }
  }

  private void judge(
      Item item, ItemModel model, Fact fact, Deed.Promised promised, Deed.Through through) {
    Terms terms = channels.of(through.outlet(), item);
    Instant now = fact.recordedAt();
    Around around =
        new Around(
            switching.at(item, through.position()),
            silences.at(terms, item.location(), through.position(), now),
            model.arrivals(),
            now);
    Standing stock = model.at(now);
    Offer offer = Offer.of(terms, stock, around);
    long beyond = Math.max(0, promised.units() - offer.units());
    LocalDate day = beyond == 0 ? null : Offer.promised(terms, stock, around, beyond);
    List<String> found = new ArrayList<>();
    if (promised.units() > offer.sellable()) {
      found.add("%d promised, the model allows %s".formatted(promised.units(), offer));
    }
    if (through.beyond() != beyond) {
      found.add("%d backordered, the model says %d".formatted(through.beyond(), beyond));
    }
    if (!Objects.equals(through.promisedOn(), day)) {
      found.add("promised on %s, the model says %s".formatted(through.promisedOn(), day));
    }
    promises.compare(
        found.isEmpty()
            ? found
            : List.of(
                "%s through %s, version %d: %s"
                    .formatted(
                        item, through.outlet().word(), fact.version(), String.join("; ", found))));
  }

  /** Takes out those that the state explains which stood between two moments. */
  private void explain(List<Refused> open, ItemModel model, Instant from, Instant until) {
    open.removeIf(
        one ->
            !one.from().isAfter(until)
                && !one.until().isBefore(from)
                && isExplained(one, model, later(one.from(), from), earlier(one.until(), until)));
  }

  private boolean isExplained(Refused refused, ItemModel model, Instant from, Instant until) {
    Terms terms = channels.of(refused.outlet(), refused.item());
    List<Instant> moments = new ArrayList<>(List.of(from, until));
    List<Instant> turns = new ArrayList<>(model.expiries());
    turns.addAll(switching.moments());
    turns.addAll(silences.moments(terms, refused.item().location()));
    for (Instant turn : turns) {
      if (!turn.isBefore(from) && !turn.isAfter(until)) {
        moments.add(turn);
        moments.add(turn.minusMillis(1));
      }
    }
    SortedMap<LocalDate, Long> arrivals = new TreeMap<>(model.arrivals());
    return moments.stream()
        .anyMatch(
            now -> {
              String store = refused.item().location();
              Around around =
                  new Around(
                      switching.at(refused.item(), now),
                      silences.at(terms, store, now),
                      arrivals,
                      now);
              Offer offer = Offer.of(terms, model.at(now), around);
              return refused.units() > offer.sellable() && refused.said().equals(offer.refusal());
            });
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  Findings promises() {
    return promises;
  }

  Findings refusals() {
    return refusals;
  }
}
