package io.stockledger.command.location;

import io.stockledger.api.Refusal;
import io.stockledger.api.RegistryRefusal.AliasTaken;
import io.stockledger.api.RegistryRefusal.GroupCycle;
import io.stockledger.api.RegistryRefusal.InUse;
import io.stockledger.api.RegistryRefusal.ItemInUse;
import io.stockledger.api.RegistryRefusal.StaleRegistryVersion;
import io.stockledger.api.RegistryRefusal.UnknownAlias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.location.LocationCommand;
import io.stockledger.api.location.LocationCommand.AddLocationAlias;
import io.stockledger.api.location.LocationCommand.JudgeSource;
import io.stockledger.api.location.LocationCommand.ReinstateLocation;
import io.stockledger.api.location.LocationCommand.RemoveLocationAlias;
import io.stockledger.api.location.LocationCommand.RetireLocation;
import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationEvent.LocationAliasAdded;
import io.stockledger.api.location.LocationEvent.LocationAliasRemoved;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationReinstated;
import io.stockledger.api.location.LocationEvent.LocationRetired;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.location.Watch;
import io.stockledger.api.stock.StockRefusal.SumPool;
import io.stockledger.api.stock.StockRefusal.UnknownLocation;
import io.stockledger.command.registry.Places;
import io.stockledger.command.registry.RegistryDesk;
import io.stockledger.command.registry.RegistryVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one location decides: existence, then precondition, then the rules of the command. */
final class LocationRules {
  private final @Nullable Location before;
  private final RegistryDesk desk;
  private final Instant now;

  /**
   * @param before none for one that is not registered
   */
  LocationRules(@Nullable Location before, RegistryDesk desk, Instant now) {
    this.before = before;
    this.desk = desk;
    this.now = now;
  }

  RegistryVerdict<LocationEvent> decide(LocationCommand command) {
    if (before == null && !(command instanceof RegisterLocation)) {
      return RegistryVerdict.refused(new UnknownLocation(command.location()));
    }
    long version = before == null ? 0 : before.version();
    Long expected = command.ifVersion();
    if (expected != null && expected != version) {
      return RegistryVerdict.refused(
          new StaleRegistryVersion("location", command.location(), expected, version));
    }
    return switch (command) {
      case RegisterLocation c -> register(c);
      case RetireLocation c -> retire(c);
      case ReinstateLocation c ->
          before == null || !before.retired()
              ? RegistryVerdict.unchanged()
              : RegistryVerdict.happens(new LocationReinstated(c.location(), now, now));
      case AddLocationAlias c -> add(c);
      case RemoveLocationAlias c -> remove(c);
      case JudgeSource c -> judge(c);
    };
  }

  private RegistryVerdict<LocationEvent> register(RegisterLocation c) {
    if (before != null && before.says(c)) {
      return RegistryVerdict.unchanged();
    }
    Refusal refusal = pool(c);
    if (refusal == null) {
      refusal = cycle(c);
    }
    if (refusal != null) {
      return RegistryVerdict.refused(refusal);
    }
    return RegistryVerdict.happens(
        before == null
            ? new LocationRegistered(
                c.location(), c.name(), c.kind(), c.timeZone(), c.traits(), now, now)
            : new LocationChanged(
                c.location(), c.name(), c.kind(), c.timeZone(), c.traits(), now, now));
  }

  /** A sum is over locations that hold stock, and holds none itself. */
  private @Nullable Refusal pool(RegisterLocation c) {
    for (String member : c.traits().summed()) {
      LocationTraits traits =
          member.equals(c.location()) ? c.traits() : desk.places().traitsOf(member);
      if (traits == null) {
        return new UnknownLocation(member);
      }
      if (!traits.summed().isEmpty()) {
        return new SumPool(member, traits.summed());
      }
    }
    boolean becomesSum =
        before != null && before.traits().summed().isEmpty() && !c.traits().summed().isEmpty();
    return becomesSum ? inUse(c.location()) : null;
  }

  private static @Nullable Refusal cycle(RegisterLocation c, Places places) {
    List<String> way = new ArrayList<>(List.of(c.location()));
    return leadsBack(c.location(), c.traits(), places, way, new HashSet<>())
        ? new GroupCycle(c.location(), List.copyOf(way))
        : null;
  }

  private @Nullable Refusal cycle(RegisterLocation c) {
    return cycle(c, desk.places());
  }

  /**
   * Whether some way up the groups comes to a location again.
   *
   * @param way to here; on true the whole way round
   */
  private static boolean leadsBack(
      String location, LocationTraits from, Places places, List<String> way, Set<String> seen) {
    List<String> groups = from.groups();
    for (String group : groups == null ? List.<String>of() : groups) {
      way.add(group);
      if (group.equals(location)) {
        return true;
      }
      LocationTraits above = seen.add(group) ? places.traitsOf(group) : null;
      if (above != null && leadsBack(location, above, places, way, seen)) {
        return true;
      }
      way.removeLast();
    }
    return false;
  }

  private RegistryVerdict<LocationEvent> add(AddLocationAlias c) {
    String holder = desk.aliases().find(AliasKind.LOCATION, c.alias());
    if (holder != null) {
      return holder.equals(c.location())
          ? RegistryVerdict.unchanged()
          : RegistryVerdict.refused(new AliasTaken("location", c.alias(), holder));
    }
    desk.aliases().put(AliasKind.LOCATION, c.alias(), c.location());
    return RegistryVerdict.happens(
        new LocationAliasAdded(c.location(), c.alias().source(), c.alias().id(), now, now));
  }

  private RegistryVerdict<LocationEvent> remove(RemoveLocationAlias c) {
    if (!c.location().equals(desk.aliases().find(AliasKind.LOCATION, c.alias()))) {
      return RegistryVerdict.refused(new UnknownAlias("location", c.alias()));
    }
    desk.aliases().remove(AliasKind.LOCATION, c.alias(), c.location());
    return RegistryVerdict.happens(
        new LocationAliasRemoved(c.location(), c.alias().source(), c.alias().id(), now, now));
  }

  /** The location's own clock and watch tell, whoever asks and whenever it was found out. */
  private RegistryVerdict<LocationEvent> judge(JudgeSource c) {
    Watch watch = before == null || before.retired() ? null : before.watches().get(c.source());
    if (watch == null) {
      return RegistryVerdict.unchanged();
    }
    boolean silent = watch.isSilent(c.lastHeardAt(), now);
    Instant heardAt = c.lastHeardAt();
    if (silent && watch.staleSince() == null) {
      return RegistryVerdict.happens(
          new LocationSourceStale(
              c.location(), c.source(), heardAt, watch.overdueAt(heardAt), now));
    }
    return !silent && watch.staleSince() != null
        ? RegistryVerdict.happens(
            new LocationSourceBack(
                c.location(),
                c.source(),
                heardAt == null || heardAt.isAfter(now) ? now : heardAt,
                now))
        : RegistryVerdict.unchanged();
  }

  private RegistryVerdict<LocationEvent> retire(RetireLocation c) {
    if (before != null && before.retired()) {
      return RegistryVerdict.unchanged();
    }
    Refusal inUse = inUse(c.location());
    return inUse == null
        ? RegistryVerdict.happens(new LocationRetired(c.location(), now, now))
        : RegistryVerdict.refused(inUse);
  }

  private @Nullable Refusal inUse(String location) {
    List<ItemInUse> items = desk.stock().at(location, now);
    return items.isEmpty() ? null : new InUse("location", location, items);
  }
}
