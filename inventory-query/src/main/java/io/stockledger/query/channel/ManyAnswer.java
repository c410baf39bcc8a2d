package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.promise.ChannelBook;
import io.stockledger.query.channel.Offers.Evaluating;
import io.stockledger.query.near.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer about many SKUs, line by line. */
final class ManyAnswer {
  private static final String BEHIND = "projection-behind";

  private final FindSellableOfMany query;
  private final Looking looking;
  private final Instant now;

  ManyAnswer(FindSellableOfMany query, Looking looking, Instant now) {
    this.query = query;
    this.looking = looking;
    this.now = now;
  }

  /**
   * @param found by SKU and location, or by SKU alone where none is named
   * @param position up to where the facts are folded
   */
  Answer of(Map<Place, KnownFacts> found, long position) {
    ChannelBook book = looking.book(query.channel());
    if (book == null) {
      return new Answer.Unknown("unknown-channel", Map.of("channel", query.channel()));
    }
    looking.products(query.skus());
    Set<String> places = new LinkedHashSet<>(query.locations());
    found.values().forEach(known -> known.items().forEach(f -> places.add(f.item().location())));
    looking.locations(places);
    Evaluating evaluating =
        new Evaluating(book, looking.switches(), looking, now, query.asked().forPickup());
    Stamping stamping = new Stamping(book.version());
    List<OfferLine> lines =
        new ArrayList<>(query.skus().size() * Math.max(1, query.locations().size()));
    for (String sku : query.skus()) {
      if (query.locations().isEmpty()) {
        lines.add(overAll(sku, found.get(new Place(sku, null)), evaluating, stamping));
      }
      for (String location : query.locations()) {
        lines.add(at(sku, location, found, evaluating, stamping));
      }
    }
    lines.forEach(stamping::add);
    return new SellableOfManyView(
        query.channel(),
        lines,
        book.version(),
        looking.position(position),
        now,
        stamping.validUntil(),
        stamping.stamp());
  }

  private OfferLine at(
      String sku,
      String location,
      Map<Place, KnownFacts> found,
      Evaluating evaluating,
      Stamping stamping) {
    List<String> members = SellableQueries.members(location, looking);
    if (members.size() > 1 || !members.contains(location)) {
      List<Facts> summed = new ArrayList<>();
      for (String member : members) {
        KnownFacts known = found.get(new Place(sku, member));
        if (known != null) {
          summed.addAll(known.items());
        }
      }
      return sum(sku, location, summed, evaluating, stamping);
    }
    KnownFacts known = found.get(new Place(sku, location));
    if (known == null) {
      return OfferLine.unknown(sku, location, reason(sku, location));
    }
    if (known.isParked()) {
      return behind(sku, location);
    }
    Evaluated evaluated = evaluating.evaluate(known.items().getFirst());
    stamping.holdsUntil(evaluated.promise().validUntil());
    return LineMaking.line(evaluated, query.asked(), now);
  }

  private OfferLine overAll(
      String sku, @Nullable KnownFacts known, Evaluating evaluating, Stamping stamping) {
    if (known == null && looking.product(sku) == null) {
      return OfferLine.unknown(sku, null, "unknown-sku");
    }
    return sum(sku, null, known == null ? List.of() : known.items(), evaluating, stamping);
  }

  private static OfferLine sum(
      String sku,
      @Nullable String location,
      List<Facts> facts,
      Evaluating evaluating,
      Stamping stamping) {
    List<Evaluated> items = new ArrayList<>(facts.size());
    for (Facts each : facts) {
      if (each.parked()) {
        return behind(sku, location);
      }
      Evaluated evaluated = evaluating.evaluate(each);
      stamping.holdsUntil(evaluated.promise().validUntil());
      items.add(evaluated);
    }
    Sum sum = items.isEmpty() ? OneAnswer.nowhere(evaluating.book()) : Sum.of(items);
    return sum.line(sku, location);
  }

  /** What is there is not known now, and will be. */
  private static OfferLine behind(String sku, @Nullable String location) {
    return new OfferLine(
        sku,
        location,
        OfferState.SYNCING,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        BEHIND);
  }

  private String reason(String sku, String location) {
    if (looking.location(location) == null) {
      return "unknown-location";
    }
    return looking.product(sku) == null ? "unknown-sku" : "unknown-item";
  }
}
