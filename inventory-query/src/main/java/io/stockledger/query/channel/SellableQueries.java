package io.stockledger.query.channel;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableQuery.FindServing;
import io.stockledger.query.near.Heard;
import io.stockledger.query.near.Place;
import io.stockledger.query.reading.ReadModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/**
 * What channels may offer: from memory where that is as true as the tables, and otherwise from
 * these. Each answer from memory is one state of the ledger, that of its position, also where some
 * of many items had to be read.
 */
public final class SellableQueries {
  private final ReadModel model;
  private final FactsMemory memory;
  private final FactsRows rows;
  private final Register register;

  /** Without a memory. */
  public SellableQueries(ReadModel model) {
    this(model, 0);
  }

  /**
   * @param memory about how many bytes may be taken to remember what the tables said
   */
  public SellableQueries(ReadModel model, long memory) {
    this.model = model;
    this.memory = new FactsMemory(model.heard(), memory - memory / 3);
    this.rows = new FactsRows(model, this.memory);
    this.register = new Register(model, memory / 3);
  }

  /** The same, for whoever announces it. */
  public Offers offers() {
    return new Offers(model, rows, register);
  }

  /**
   * The answer from memory, where that is safe and quicker; empty where the tables are to be asked.
   *
   * @param minPosition up to which it must know everything
   */
  public Optional<? extends Answer.View> fromMemory(Query<?> query, long minPosition) {
    long sure = memory.sure();
    if (sure == Heard.NOT_SURE || sure < minPosition) {
      return Optional.empty();
    }
    Answer answer =
        switch (query) {
          case FindSellable one -> oneRemembered(one, sure);
          case FindSellableOfMany many -> manyRemembered(many, sure, minPosition);
          default -> null;
        };
    return answer instanceof Answer.View view ? Optional.of(view) : Optional.empty();
  }

  @QueryHandler
  Answer find(FindSellable query) {
    Instant now = model.now();
    List<String> places = places(query);
    FactsRows.Read read = rows.read(List.of(query.sku()), places, now);
    return new OneAnswer(query, looking(), () -> everywhere(query, now), now)
        .of(places, read.facts(), read.position());
  }

  private @Nullable KnownFacts everywhere(FindSellable query, Instant now) {
    return rows.read(List.of(query.sku()), List.of(), now).facts().get(all(query));
  }

  private @Nullable Answer oneRemembered(FindSellable query, long sure) {
    Looking looking = new Looking(register, true);
    Instant now = model.now();
    List<String> places = places(query, looking);
    Map<Place, KnownFacts> found = HashMap.newHashMap(places.size());
    for (Place place : OneAnswer.places(query, places)) {
      KnownFacts known = memory.find(place, now);
      if (known == null) {
        return null;
      }
      found.put(place, known);
    }
    boolean[] missed = {false};
    Supplier<@Nullable KnownFacts> everywhere =
        () -> {
          KnownFacts known = memory.find(all(query), now);
          missed[0] = known == null;
          return known;
        };
    Answer answer = new OneAnswer(query, looking, everywhere, now).of(places, found, sure);
    return looking.isCurrent() && !missed[0] ? answer : null;
  }

  @QueryHandler
  Answer findMany(FindSellableOfMany query) {
    Instant now = model.now();
    Looking first = looking();
    Set<String> places = new LinkedHashSet<>();
    query.locations().forEach(location -> places.addAll(members(location, first)));
    FactsRows.Read read = rows.read(query.skus(), places, now);
    return new ManyAnswer(query, looking(), now).of(read.facts(), read.position());
  }

  private @Nullable Answer manyRemembered(FindSellableOfMany query, long sure, long minPosition) {
    Instant now = model.now();
    Looking looking = new Looking(register, true);
    looking.locations(query.locations());
    Remembered remembered = new Remembered(memory, now);
    for (String sku : query.skus()) {
      if (query.locations().isEmpty()) {
        remembered.look(sku, null);
      }
      for (String location : query.locations()) {
        members(location, looking).forEach(member -> remembered.look(sku, member));
      }
    }
    if (remembered.found.isEmpty()) {
      return null;
    }
    long position = sure;
    if (!remembered.missingSkus.isEmpty()) {
      FactsRows.Read read = rows.read(remembered.missingSkus, remembered.missingLocations, now);
      if (read.position() > sure || read.position() < minPosition) {
        return null;
      }
      position = read.position();
      read.facts().forEach(remembered.found::putIfAbsent);
    }
    if (!remembered.holdsAt(position)) {
      return null;
    }
    Answer answer = new ManyAnswer(query, looking, now).of(remembered.found, position);
    return looking.isCurrent() ? answer : null;
  }

  /** What of a question about many memory knows. */
  private static final class Remembered {
    final Map<Place, KnownFacts> found = new HashMap<>();
    final Set<String> missingSkus = new LinkedHashSet<>();
    final Set<String> missingLocations = new LinkedHashSet<>();
    private final FactsMemory memory;
    private final Instant now;
    private long newest;

    Remembered(FactsMemory memory, Instant now) {
      this.memory = memory;
      this.now = now;
    }

    void look(String sku, @Nullable String location) {
      Place place = new Place(sku, location);
      KnownFacts known = memory.find(place, now);
      if (known == null) {
        missingSkus.add(sku);
        if (location != null) {
          missingLocations.add(location);
        }
      } else {
        found.put(place, known);
        newest = Math.max(newest, known.newest());
      }
    }

    /** What was remembered must not be newer than what is read. */
    boolean holdsAt(long position) {
      return newest <= position;
    }
  }

  @QueryHandler
  Answer serve(FindServing query) {
    Instant now = model.now();
    FactsRows.Read read = rows.read(query.skus(), List.of(), now);
    return new ServingAnswer(query, looking(), now).of(read.facts(), read.position());
  }

  /** To be called when all facts were read: memory must know at least what they told. */
  private Looking looking() {
    return new Looking(register, memory.sure() != Heard.NOT_SURE);
  }

  private List<String> places(FindSellable query) {
    return places(query, looking());
  }

  /** Of which locations the facts are wanted; none for all. */
  private static List<String> places(FindSellable query, Looking looking) {
    return query.location() == null ? List.of() : members(query.location(), looking);
  }

  /** A location that sums up others stands for these. */
  static List<String> members(String location, Looking looking) {
    Register.LocationFacts found = looking.location(location);
    List<String> summed = found == null ? List.of() : found.traits().summed();
    return summed.isEmpty() ? List.of(location) : new ArrayList<>(summed);
  }

  private static Place all(FindSellable query) {
    return new Place(query.sku(), null);
  }
}
