package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.SellableQuery.FindServing;
import io.stockledger.api.channel.ServingView;
import io.stockledger.api.channel.ServingView.Line;
import io.stockledger.promise.ChannelBook;
import io.stockledger.query.channel.Offers.Evaluating;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.Stamps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From where lines can be served. */
final class ServingAnswer {
  private final FindServing query;
  private final Looking looking;
  private final Instant now;

  ServingAnswer(FindServing query, Looking looking, Instant now) {
    this.query = query;
    this.looking = looking;
    this.now = now;
  }

  /**
   * @param found by SKU, over all locations
   * @param position up to where the facts are folded
   */
  Answer of(Map<Place, KnownFacts> found, long position) {
    ChannelBook book = looking.book(query.channel());
    if (book == null) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", query.channel()));
    }
    looking.products(query.skus());
    looking.locations(
        found.values().stream()
            .flatMap(known -> known.items().stream().map(facts -> facts.item().location()))
            .distinct()
            .toList());
    Evaluating evaluating =
        new Evaluating(book, looking.switches(), looking, now, query.forPickup());
    Neighbourhood near = Neighbourhood.of(query.near(), looking, now);
    Stamping stamping = new Stamping(book.version());
    Map<String, Candidate> candidates = new HashMap<>();
    for (int line = 0; line < query.lines().size(); line++) {
      KnownFacts known = found.get(new Place(query.lines().get(line).sku(), null));
      for (Facts facts : known == null ? List.<Facts>of() : known.items()) {
        if (!facts.parked() && near.has(facts.item().location())) {
          Evaluated evaluated = evaluating.evaluate(facts);
          stamping.holdsUntil(evaluated.promise().validUntil());
          addTo(candidates, evaluated, line);
        }
      }
    }
    return view(inOrder(candidates, near), book, stamping, looking.position(position));
  }

  /** A location, and how many units of each line it has. */
  private static final class Candidate {
    final Evaluated first;
    final long[] units;
    long confidencePerMille = 1_000;

    Candidate(Evaluated first, int lines) {
      this.first = first;
      this.units = new long[lines];
    }

    String location() {
      return first.item().location();
    }
  }

  private void addTo(Map<String, Candidate> candidates, Evaluated evaluated, int line) {
    boolean serves =
        evaluated.promise().state().isOffered()
            && (!query.forPickup() || evaluated.promise().pickup().possible());
    long units = serves ? evaluated.promise().arithmetic().units() : 0;
    if (units > 0) {
      Candidate candidate =
          candidates.computeIfAbsent(
              evaluated.item().location(), id -> new Candidate(evaluated, query.lines().size()));
      candidate.units[line] = units;
      candidate.confidencePerMille =
          Math.min(candidate.confidencePerMille, evaluated.promise().confidence().perMille());
    }
  }

  private List<Candidate> inOrder(Map<String, Candidate> candidates, Neighbourhood near) {
    List<Candidate> surest =
        candidates.values().stream()
            .sorted(
                Comparator.comparingLong((Candidate each) -> -each.confidencePerMille)
                    .thenComparing(Candidate::location))
            .toList();
    if (query.near() == null) {
      return surest;
    }
    return near.nearestFirst(surest.stream().map(each -> each.first).toList()).stream()
        .map(item -> candidates.get(item.item().location()))
        .filter(each -> each != null)
        .toList();
  }

  private ServingView view(
      List<Candidate> candidates, ChannelBook book, Stamping stamping, long position) {
    long[] wanted = query.lines().stream().mapToLong(Line::quantity).toArray();
    long[][] units = candidates.stream().map(each -> each.units).toArray(long[][]::new);
    List<String> single = new ArrayList<>();
    for (Candidate each : candidates) {
      if (Split.covers(wanted, each.units)) {
        single.add(each.location());
      }
    }
    Split split = single.isEmpty() ? Split.of(wanted, units) : Split.NONE;
    List<ServingView.Share> shares =
        split.shares().stream()
            .map(
                share ->
                    new ServingView.Share(
                        candidates.get(share.place()).location(), lines(share.units())))
            .toList();
    List<Line> missing = lines(Split.missing(wanted, units));
    return new ServingView(
        query.channel(),
        single,
        shares,
        split.greedy(),
        missing,
        book.version(),
        position,
        now,
        stamping.validUntil(),
        Stamps.of(List.of(single, shares, split.greedy(), missing, book.version())));
  }

  private List<Line> lines(List<Long> units) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i) > 0) {
        lines.add(new Line(query.lines().get(i).sku(), units.get(i)));
      }
    }
    return lines;
  }
}
