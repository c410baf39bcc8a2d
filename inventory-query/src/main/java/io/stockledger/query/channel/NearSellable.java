package io.stockledger.query.channel;

import io.stockledger.api.channel.SellableOfManyView;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.query.near.Heard;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What channels may offer, from memory where that is as true as the tables. Empty where it is not,
 * or not known: then the tables are to be asked.
 *
 * <p>Each answer is one state of the ledger, that of its position, also where some of many lines
 * had to be read.
 */
final class NearSellable {
  private final ReadModel model;
  private final SellableRows rows;
  private final SellableMemory memory;

  NearSellable(ReadModel model, SellableRows rows, SellableMemory memory) {
    this.model = model;
    this.rows = rows;
    this.memory = memory;
  }

  Optional<SellableView> find(FindSellable query, long minPosition) {
    long sure = memory.sure();
    if (sure == Heard.NOT_SURE || sure < minPosition) {
      return Optional.empty();
    }
    Instant now = model.now();
    Offer offer = memory.find(query.channel(), new Place(query.sku(), query.location()), now);
    return offer == null
        ? Optional.empty()
        : Optional.of(SellableQueries.view(query, offer, sure, now));
  }

  Optional<SellableOfManyView> findMany(FindSellableOfMany query, long minPosition) {
    long sure = memory.sure();
    if (sure == Heard.NOT_SURE || sure < minPosition) {
      return Optional.empty();
    }
    Remembered remembered = new Remembered(query, memory, model.now());
    if (remembered.isNothing()) {
      return Optional.empty();
    }
    if (!remembered.isAll()) {
      return completed(remembered, sure, minPosition);
    }
    return remembered.holdsAt(sure) ? Optional.of(remembered.view(sure, null)) : Optional.empty();
  }

  /** What was remembered must not be older than what is read, nor newer. */
  private Optional<SellableOfManyView> completed(
      Remembered remembered, long sure, long minPosition) {
    SellableRows.Read read = rows.read(remembered.missing(), memory, remembered.now);
    boolean isOneState =
        read.position() <= sure
            && read.position() >= minPosition
            && remembered.holdsAt(read.position());
    return isOneState
        ? Optional.of(remembered.view(read.position(), read.lines()))
        : Optional.empty();
  }

  /** What of a question about many memory knows. */
  private static final class Remembered {
    final Instant now;
    private final FindSellableOfMany query;
    private final List<@Nullable String> places;
    private final List<@Nullable Offer> offers;
    private final Set<String> missingSkus = new LinkedHashSet<>();
    private final Set<String> missingLocations = new LinkedHashSet<>();
    private int found;

    Remembered(FindSellableOfMany query, SellableMemory memory, Instant now) {
      this.query = query;
      this.now = now;
      this.places = ManyView.places(query);
      this.offers = new ArrayList<>(query.skus().size() * places.size());
      for (String sku : query.skus()) {
        for (@Nullable String location : places) {
          Offer offer = memory.find(query.channel(), new Place(sku, location), now);
          offers.add(offer);
          if (offer == null) {
            miss(sku, location);
          } else {
            found++;
          }
        }
      }
    }

    private void miss(String sku, @Nullable String location) {
      missingSkus.add(sku);
      if (location != null) {
        missingLocations.add(location);
      }
    }

    boolean isNothing() {
      return found == 0;
    }

    boolean isAll() {
      return missingSkus.isEmpty();
    }

    FindSellableOfMany missing() {
      return new FindSellableOfMany(
          query.channel(), List.copyOf(missingSkus), List.copyOf(missingLocations));
    }

    boolean holdsAt(long position) {
      for (Offer offer : offers) {
        if (offer != null && !offer.holdsAt(position)) {
          return false;
        }
      }
      return true;
    }

    SellableOfManyView view(long position, @Nullable Lines read) {
      ManyView view = new ManyView(query);
      Iterator<@Nullable Offer> next = offers.iterator();
      for (String sku : query.skus()) {
        for (@Nullable String location : places) {
          Offer offer = next.next();
          if (offer != null) {
            view.add(sku, location, offer);
          } else {
            Objects.requireNonNull(read).addTo(view, sku, location);
          }
        }
      }
      return view.view(position, now);
    }
  }
}
