package io.stockledger.command.location;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.alias.Alias;
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
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.command.registry.RegistryVerdict;
import io.stockledger.command.registry.TestDesk;
import io.stockledger.command.reservation.TestLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Random histories of a few places that belong to and are called like one another. */
class LocationHistoriesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int HISTORIES = 300;
  private static final int LENGTH = 60;
  private static final List<String> PLACES = List.of("A", "B", "C", "D");

  private final TestDesk desk = new TestDesk();
  private final Map<String, Location> live = new HashMap<>();
  private final List<LocationEvent> journal = new ArrayList<>();
  private Instant clock = TestLedger.START;

  @Test
  void names_stay_unique_groups_without_a_cycle_and_a_replay_is_what_is_live() {
    long seed = Long.getLong("histories.seed", System.nanoTime());
    System.out.println("histories.seed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < HISTORIES; i++) {
      LocationHistoriesTest history = new LocationHistoriesTest();
      for (int step = 0; step < LENGTH; step++) {
        history.send(history.command(random));
        history.check();
      }
      for (Location location : history.live.values()) {
        assertThat(JSON.readValue(JSON.writeValueAsString(location), Location.class))
            .isEqualTo(location);
      }
    }
  }

  private LocationCommand command(Random random) {
    clock = clock.plusSeconds(random.nextInt(120));
    String place = PLACES.get(random.nextInt(PLACES.size()));
    Alias alias = new Alias("ERP", Integer.toString(random.nextInt(4)));
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          new RegisterLocation(place, place, LocationKind.STORE, "UTC", traits(random), null);
      case 3 -> new RetireLocation(place, null);
      case 4 -> new ReinstateLocation(place, null);
      case 5 -> new AddLocationAlias(place, alias, null);
      case 6 -> new RemoveLocationAlias(place, alias, null);
      default ->
          new JudgeSource(
              place, "WMS", random.nextBoolean() ? null : clock.minusSeconds(random.nextInt(300)));
    };
  }

  private static LocationTraits traits(Random random) {
    List<String> groups = PLACES.stream().filter(place -> random.nextInt(4) == 0).toList();
    Duration every = random.nextBoolean() ? null : Duration.ofMinutes(1);
    return new LocationTraits(
        null,
        null,
        null,
        null,
        groups,
        List.of(new LocationSource("WMS", Duration.ofHours(1), every)),
        null);
  }

  private void send(LocationCommand command) {
    Location before = live.get(command.location());
    if (new LocationRules(before, desk.desk(), clock).decide(command)
        instanceof RegistryVerdict.Accepted<LocationEvent> accepted) {
      for (LocationEvent event : accepted.events()) {
        Location after = Location.evolve(live.get(event.location()), event);
        live.put(event.location(), after);
        desk.place(event.location(), after.traits());
        journal.add(event);
      }
    }
  }

  private void check() {
    Map<String, Location> replayed = new HashMap<>();
    Map<Alias, String> called = new HashMap<>();
    for (LocationEvent event : journal) {
      replayed.put(event.location(), Location.evolve(replayed.get(event.location()), event));
      if (event instanceof LocationAliasAdded e) {
        assertThat(called.put(new Alias(e.source(), e.id()), e.location())).isNull();
      }
      if (event instanceof LocationAliasRemoved e) {
        assertThat(called.remove(new Alias(e.source(), e.id()))).isEqualTo(e.location());
      }
      assertThat(event.occurredAt()).isBeforeOrEqualTo(event.recordedAt());
    }
    assertThat(replayed).isEqualTo(live);
    for (int id = 0; id < 4; id++) {
      Alias alias = new Alias("ERP", Integer.toString(id));
      assertThat(desk.find(AliasKind.LOCATION, alias)).isEqualTo(called.get(alias));
    }
    live.keySet().forEach(place -> assertThat(above(place)).doesNotContain(place));
  }

  /** Everything that a place belongs to, by plain repetition. */
  private Set<String> above(String place) {
    Set<String> above = new HashSet<>();
    List<String> next = new ArrayList<>(groups(live.get(place)));
    while (!next.isEmpty()) {
      String group = next.removeLast();
      if (above.add(group)) {
        next.addAll(groups(live.get(group)));
      }
    }
    return above;
  }

  private static List<String> groups(@Nullable Location location) {
    List<String> groups = location == null ? null : location.traits().groups();
    return groups == null ? List.of() : groups;
  }
}
