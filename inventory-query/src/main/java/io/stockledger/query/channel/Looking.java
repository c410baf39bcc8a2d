package io.stockledger.query.channel;

import io.stockledger.api.location.LocationKind;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.stock.ItemId;
import io.stockledger.promise.ChannelBook;
import io.stockledger.promise.Place;
import io.stockledger.promise.Subject;
import io.stockledger.promise.Switches;
import io.stockledger.query.channel.Register.LocationFacts;
import io.stockledger.query.channel.Register.ProductFacts;
import io.stockledger.query.channel.Shelf.Kept;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one answer looks at of the register: each thing once, and as one has looked at it first. */
final class Looking {
  private final Register register;
  private final boolean trusting;
  private final Map<String, @Nullable ProductFacts> products = new HashMap<>();
  private final Map<String, @Nullable LocationFacts> locations = new HashMap<>();
  private final Map<String, Set<String>> groups = new HashMap<>();
  private long position = Long.MAX_VALUE;
  private boolean current = true;

  /**
   * @param trusting whether memory is as true as the tables now
   */
  Looking(Register register, boolean trusting) {
    this.register = register;
    this.trusting = trusting;
  }

  /** Whether nothing newer was heard of all that was looked at. */
  boolean isCurrent() {
    return current && trusting;
  }

  /** Up to where all that was looked at has everything, given where the rest has. */
  long position(long others) {
    return isCurrent() ? others : Math.min(position, others);
  }

  @Nullable ChannelBook book(String channel) {
    return one(register.books, channel);
  }

  Switches switches() {
    return Objects.requireNonNull(one(register.switches, Register.ALL_SWITCHES));
  }

  private <T> @Nullable T one(Shelf<T> shelf, String id) {
    Kept<T> kept = trusting ? shelf.remembered(id) : null;
    if (kept != null) {
      return kept.value();
    }
    Map<String, @Nullable T> found = new HashMap<>(2);
    find(shelf, List.of(id), found);
    return found.get(id);
  }

  /** Looks at many with as few statements as there are kinds. */
  void products(Collection<String> skus) {
    find(register.products, skus, products);
  }

  /** Also at all that they belong to. */
  void locations(Collection<String> ids) {
    Collection<String> next = ids;
    while (!next.isEmpty()) {
      find(register.locations, next, locations);
      next = above(next);
    }
  }

  /** What they belong to and was not looked at. */
  private Collection<String> above(Collection<String> ids) {
    Set<String> above = Set.of();
    for (String id : ids) {
      LocationFacts found = locations.get(id);
      List<String> named = found == null ? null : found.traits().groups();
      for (String group : named == null ? List.<String>of() : named) {
        if (!locations.containsKey(group)) {
          above = above.isEmpty() ? new LinkedHashSet<>() : above;
          above.add(group);
        }
      }
    }
    return above;
  }

  private <T> void find(Shelf<T> shelf, Collection<String> ids, Map<String, @Nullable T> found) {
    Set<String> missing = Set.of();
    for (String id : ids) {
      if (!found.containsKey(id)) {
        Kept<T> kept = trusting ? shelf.remembered(id) : null;
        if (kept == null) {
          missing = missing.isEmpty() ? new LinkedHashSet<>() : missing;
          missing.add(id);
        } else {
          found.put(id, kept.value());
        }
      }
    }
    if (!missing.isEmpty()) {
      Shelf.Read<T> read = shelf.read(missing);
      found.putAll(read.values());
      position = Math.min(position, read.position());
      current = current && read.current();
    }
  }

  @Nullable ProductFacts product(String sku) {
    if (!products.containsKey(sku)) {
      products(List.of(sku));
    }
    return products.get(sku);
  }

  @Nullable LocationFacts location(String id) {
    if (!locations.containsKey(id)) {
      locations(List.of(id));
    }
    return locations.get(id);
  }

  Place place(String id) {
    LocationFacts location = location(id);
    return location == null ? Place.UNWATCHED : location.place();
  }

  /** What rules look at of an item; as good as empty for what is not registered. */
  Subject subject(ItemId item) {
    ProductFacts product = product(item.sku());
    LocationFacts location = location(item.location());
    return Subject.of(
        item.sku(),
        product == null ? ProductTraits.NONE : product.traits(),
        item.location(),
        location == null ? LocationKind.WAREHOUSE : location.kind(),
        location == null ? Set.of() : groups(location),
        (product != null && product.retired()) || (location != null && location.retired()));
  }

  private Set<String> groups(LocationFacts location) {
    if (location.traits().groups() == null) {
      return Set.of();
    }
    Set<String> known = groups.get(location.location());
    if (known == null) {
      known =
          Subject.groups(
              location.traits(),
              id -> {
                LocationFacts above = location(id);
                return above == null ? null : above.traits();
              });
      groups.put(location.location(), known);
    }
    return known;
  }
}
