package io.stockledger.ledger;

import io.stockledger.ledger.ClaimTable.Placed;
import io.stockledger.ledger.store.Database;
import io.stockledger.ledger.store.EventStages;
import io.stockledger.ledger.store.RoundTrip;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims in layers: the command's own, the batch's, those of the batch on its way, remembered ones,
 * the database. Only the decider uses all but the last. It also remembers which ids do not exist,
 * since every new claim asks.
 */
final class LedgerClaims implements Claims, BatchPart {

  private static final Comparator<Claim> BY_ID = Comparator.comparing(Claim::id);

  private final Database database;
  private final EventStages stages;
  private final Map<String, Claim> draft = new LinkedHashMap<>();
  private final Staged<Placed> batch = new Staged<>();
  private Map<String, Placed> onItsWay = Map.of();
  private final Map<String, Optional<Claim>> remembered;

  LedgerClaims(Database database, EventStages stages, int rememberedAtMost) {
    this.database = database;
    this.stages = stages;
    this.remembered = new LeastRecentlyUsed<>(rememberedAtMost);
  }

  /** Reads claims that the batch will ask for, all at once; they are there after the trip. */
  void prefetch(RoundTrip trip, Collection<String> ids) {
    List<String> unknown = ids.stream().filter(id -> !remembered.containsKey(id)).toList();
    if (!unknown.isEmpty()) {
      ClaimTable.withIds(trip, unknown, found -> remember(unknown, found));
    }
  }

  private void remember(List<String> ids, List<Claim> found) {
    ids.forEach(id -> remembered.put(id, Optional.empty()));
    found.forEach(claim -> remembered.put(claim.id(), Optional.of(claim)));
  }

  @Override
  public @Nullable Claim find(String id) {
    if (stages.here() == null) {
      return stored(id);
    }
    Claim staged = staged(id);
    if (staged != null) {
      return staged;
    }
    Optional<Claim> known = remembered.get(id);
    if (known == null) {
      known = Optional.ofNullable(stored(id));
      remembered.put(id, known);
    }
    return known.orElse(null);
  }

  private @Nullable Claim staged(String id) {
    Claim own = draft.get(id);
    if (own != null) {
      return own;
    }
    Placed placed = batch.get(id);
    if (placed == null) {
      placed = onItsWay.get(id);
    }
    return placed == null ? null : placed.claim();
  }

  private @Nullable Claim stored(String id) {
    List<Claim> found =
        database.read("claim " + id, connection -> ClaimTable.withIds(connection, List.of(id)));
    return found.isEmpty() ? null : found.getFirst();
  }

  @Override
  public void put(Claim claim) {
    if (stages.here() == null) {
      throw new IllegalStateException("claims are put while a command is decided");
    }
    draft.put(claim.id(), claim);
  }

  @Override
  public List<Claim> openWithReference(String reference, int limit) {
    return withStaged(
        claim -> reference.equals(claim.reference()),
        limit,
        (connection, most) -> ClaimTable.openWithReference(connection, reference, most));
  }

  @Override
  public List<Claim> openTouching(String streamPrefix, int limit) {
    return withStaged(
        claim -> claim.touches(streamPrefix),
        limit,
        (connection, most) -> ClaimTable.openTouching(connection, streamPrefix, most));
  }

  @Override
  public List<Claim> due(Instant now, int limit) {
    return database.read("due claims", connection -> ClaimTable.due(connection, now, limit));
  }

  private interface Query {
    List<Claim> run(Connection connection, int atMost) throws SQLException;
  }

  /** Asks for as many more as staged changes may take away from the stored ones. */
  private List<Claim> withStaged(Predicate<Claim> matches, int limit, Query query) {
    Map<String, Claim> staged = stagedHere();
    List<Claim> stored =
        database.read("claims", connection -> query.run(connection, limit + staged.size()));
    Stream<Claim> untouched = stored.stream().filter(claim -> !staged.containsKey(claim.id()));
    Stream<Claim> touched =
        staged.values().stream().filter(claim -> claim.open() && matches.test(claim));
    return Stream.concat(untouched, touched).sorted(BY_ID).limit(limit).toList();
  }

  private Map<String, Claim> stagedHere() {
    if (stages.here() == null) {
      return Map.of();
    }
    Map<String, Claim> staged = new HashMap<>();
    onItsWay.forEach((id, placed) -> staged.put(id, placed.claim()));
    batch.forEach((id, placed) -> staged.put(id, placed.claim()));
    staged.putAll(draft);
    return staged;
  }

  boolean hasDraft() {
    return !draft.isEmpty();
  }

  /** What the batch that took off puts. */
  Collection<Placed> onItsWay() {
    return onItsWay.values();
  }

  @Override
  public void accept(long position) {
    draft.forEach((id, claim) -> batch.put(id, new Placed(claim, position)));
    draft.clear();
  }

  @Override
  public void reject() {
    draft.clear();
  }

  @Override
  public void mark() {
    batch.mark();
  }

  @Override
  public void keep() {
    batch.keep();
  }

  @Override
  public void takeBack() {
    draft.clear();
    batch.takeBack();
  }

  @Override
  public void takeOff() {
    onItsWay = batch.drain();
  }

  @Override
  public void durable() {
    onItsWay.forEach((id, placed) -> remembered.put(id, Optional.of(placed.claim())));
    onItsWay = Map.of();
  }

  @Override
  public void lost() {
    draft.clear();
    batch.clear();
    onItsWay = Map.of();
  }

  /** Which claims changed does not show in the names of streams, so none is trusted. */
  @Override
  public void writtenElsewhere(Collection<String> streams) {
    remembered.clear();
  }

  @Override
  public void forget() {
    remembered.clear();
  }
}
