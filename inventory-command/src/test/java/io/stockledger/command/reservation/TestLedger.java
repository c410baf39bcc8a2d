package io.stockledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.Reference;
import io.stockledger.api.Refusal;
import io.stockledger.api.reservation.ReservationCommand;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.command.stock.Decision;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.Registry;
import io.stockledger.command.stock.StockHistory;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pure domain with everything it needs in memory: no Axon, no store, a clock that is set. */
public final class TestLedger implements StockHistory, ReservationRegister {
  public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  public static final ItemId ITEM = new ItemId("L1", "A");

  private final Map<ItemId, StockItem> items = new HashMap<>();
  private final Map<ItemId, List<StockEvent>> entries = new HashMap<>();
  private final List<StockEvent> journal = new ArrayList<>();
  private final Map<String, Reservation> reservations = new TreeMap<>();
  private final Map<ItemId, StockRefusal> closed = new HashMap<>();
  private List<StockEvent> last = List.of();
  private Instant clock = START;
  private int discrepancies;

  private final Surroundings surroundings =
      new Surroundings(
          () -> clock,
          Duration.ofDays(3),
          new Registry() {
            @Override
            public boolean knowsLocation(String location) {
              return location.startsWith("L");
            }

            @Override
            public boolean knowsProduct(String sku) {
              return !sku.startsWith("unknown");
            }

            @Override
            public @Nullable StockRefusal closed(ItemId item) {
              return closed.get(item);
            }
          },
          this,
          () -> "d" + ++discrepancies);

  public static TestLedger given(Object... commands) {
    TestLedger ledger = new TestLedger();
    for (Object command : commands) {
      ledger.accepted(command);
    }
    return ledger;
  }

  public TestLedger at(Instant moment) {
    clock = moment;
    return this;
  }

  public TestLedger after(Duration time) {
    return at(clock.plus(time));
  }

  /** Nothing comes to this item any more. */
  public TestLedger close(ItemId item, StockRefusal because) {
    closed.put(item, because);
    return this;
  }

  public Instant clock() {
    return clock;
  }

  /** A command that is part of the story, not of the question. */
  public TestLedger accepted(Object command) {
    assertThat(send(command)).as("%s", command).isNotInstanceOf(Outcome.Refused.class);
    return this;
  }

  public Answer when(Object command) {
    Map<ItemId, StockItem> before = Map.copyOf(items);
    Map<String, Reservation> promisedBefore = Map.copyOf(reservations);
    Outcome outcome = send(command);
    if (outcome instanceof Outcome.Refused) {
      assertThat(Map.copyOf(items)).isEqualTo(before);
      assertThat(Map.copyOf(reservations)).isEqualTo(promisedBefore);
    }
    return new Answer(this, outcome, last);
  }

  public Outcome send(Object command) {
    last = List.of();
    return switch (command) {
      case StockCommand c -> stock(c);
      case ReservationCommand c -> promise(c);
      default -> throw new IllegalArgumentException("not a command: " + command);
    };
  }

  private Outcome stock(StockCommand command) {
    Decision decision = item(command.item()).decide(command, surroundings);
    apply(decision.events());
    for (StockEvent event : decision.events()) {
      if (event instanceof StockReservationsExpired expired) {
        new RegisteredExpiries(this).keep(expired);
      }
    }
    last = decision.events();
    return decision.outcome();
  }

  private Outcome promise(ReservationCommand command) {
    Desk desk = new Desk(this::item, this, Channels.onlyDefault(), surroundings);
    Verdict verdict =
        switch (command) {
          case ReservationCommand.ReserveStock c -> new ReserveRules(desk).decide(c);
          case ReservationCommand.ConfirmReservation c -> new TermRules(desk).confirm(c);
          case ReservationCommand.ExtendReservation c -> new TermRules(desk).extend(c);
          case ReservationCommand.ChangeReservation c -> new ChangeRules(desk).decide(c);
          case ReservationCommand.PickReservation c -> new PickReservationRules(desk).decide(c);
          case ReservationCommand.ReleaseReservation c -> new ReleaseRules(desk).decide(c);
          case ReservationCommand.ReleaseReservations c -> new ReleaseRules(desk).decide(c);
          case ReservationCommand.ExpireReservation c -> new TermRules(desk).expire(c);
        };
    return switch (verdict) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.refusal());
      case Verdict.Accepted accepted -> record(accepted);
    };
  }

  private Outcome record(Verdict.Accepted accepted) {
    List<StockEvent> events = new ArrayList<>();
    Settlement settlement = Settlement.of(accepted, this);
    settlement.reservations().forEach(this::put);
    for (ItemDraft draft : accepted.drafts().touched()) {
      apply(draft.events());
      events.addAll(draft.events());
      if (!item(draft.item().item()).equals(draft.item())) {
        throw new AssertionError(draft.item() + " was decided on, stored is another");
      }
    }
    last = events;
    return settlement.outcome();
  }

  private void apply(List<StockEvent> events) {
    for (StockEvent event : events) {
      ItemId id = event.entry().item();
      items.put(id, item(id).evolve(event));
      entries.computeIfAbsent(id, key -> new ArrayList<>()).add(event);
      journal.add(event);
    }
  }

  public Surroundings surroundings() {
    return surroundings;
  }

  public StockItem item(ItemId id) {
    return items.getOrDefault(id, StockItem.absent(id));
  }

  public StockItem item() {
    return item(ITEM);
  }

  public Figures figures() {
    return item().figures();
  }

  public List<StockEvent> entries(ItemId id) {
    return entries.getOrDefault(id, List.of());
  }

  /** The entries of all items in the order in which they were recorded. */
  public List<StockEvent> journal() {
    return journal;
  }

  public Map<ItemId, StockItem> items() {
    return items;
  }

  public Map<String, Reservation> reservations() {
    return reservations;
  }

  public Reservation reservation(String id) {
    Reservation reservation = reservations.get(id);
    assertThat(reservation).as(id).isNotNull();
    return java.util.Objects.requireNonNull(reservation);
  }

  @Override
  public List<StockEvent> recordedSince(ItemId item, Instant recordedSince) {
    return entries(item).stream().filter(e -> !e.recordedAt().isBefore(recordedSince)).toList();
  }

  @Override
  public @Nullable StockEvent entry(ItemId item, long version) {
    return version <= entries(item).size() ? entries(item).get((int) version - 1) : null;
  }

  @Override
  public @Nullable Reservation find(String reservationId) {
    return reservations.get(reservationId);
  }

  @Override
  public void put(Reservation reservation) {
    reservations.put(reservation.id(), reservation);
  }

  @Override
  public List<Reservation> openWithReference(Reference reference, int limit) {
    return reservations.values().stream()
        .filter(r -> r.open() > 0 && reference.equals(r.reference()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Reservation> openAt(String location, int limit) {
    return reservations.values().stream()
        .filter(
            r -> r.lines().stream().anyMatch(l -> l.open() > 0 && l.location().equals(location)))
        .limit(limit)
        .toList();
  }

  /** What came of the command in question. */
  public record Answer(TestLedger ledger, Outcome outcome, List<StockEvent> events) {
    public TestLedger refused(Refusal refusal) {
      assertThat(outcome).isEqualTo(new Outcome.Refused(refusal));
      assertThat(events).isEmpty();
      return ledger;
    }

    /** Exactly these kinds of entries, in this order. */
    public TestLedger happened(Class<?>... kinds) {
      assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
      assertThat(events).map(Object::getClass).containsExactly(kinds);
      return ledger;
    }

    public <E extends StockEvent> E only(Class<E> kind) {
      assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
      assertThat(events).hasOnlyElementsOfType(kind).hasSize(1);
      return kind.cast(events.getFirst());
    }

    public <E extends StockEvent> E any(Class<E> kind) {
      assertThat(events).hasAtLeastOneElementOfType(kind);
      return events.stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }
  }
}
