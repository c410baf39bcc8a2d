package io.stockledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Outcome;
import io.stockledger.api.Reference;
import io.stockledger.api.Refusal;
import io.stockledger.api.inbound.InboundCommand;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.reservation.ReservationCommand;
import io.stockledger.api.stock.DiscrepancyReasons;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.api.transfer.TransferCommand;
import io.stockledger.command.channel.ChannelsInMemory;
import io.stockledger.command.inbound.Inbound;
import io.stockledger.command.inbound.InboundDecider;
import io.stockledger.command.inbound.InboundRegister;
import io.stockledger.command.stock.Decision;
import io.stockledger.command.stock.DiscrepancyRegister;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.Registry;
import io.stockledger.command.stock.StockHistory;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import io.stockledger.command.transfer.Transfer;
import io.stockledger.command.transfer.TransferRegisterInMemory;
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
  private final TransferRegisterInMemory transfers = new TransferRegisterInMemory();
  private final Map<String, Inbound> inbounds = new TreeMap<>();
  private final Map<String, ItemId> discrepant = new HashMap<>();
  private final Map<ItemId, StockRefusal> closed = new HashMap<>();
  private List<StockEvent> last = List.of();
  private Instant clock = START;
  private List<LocationSource> sources = List.of();
  private int discrepancies;
  private final ChannelsInMemory channels = new ChannelsInMemory();

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
          location -> sources,
          () -> "d" + ++discrepancies,
          new DiscrepancyRegister() {
            @Override
            public @Nullable ItemId itemOf(String discrepancyId) {
              return discrepant.get(discrepancyId);
            }

            @Override
            public void put(String discrepancyId, ItemId item, boolean open) {
              discrepant.put(discrepancyId, item);
            }
          },
          DiscrepancyReasons.DEFAULT);

  public static TestLedger given(Object... commands) {
    TestLedger ledger = new TestLedger();
    for (Object command : commands) {
      ledger.accepted(command);
    }
    return ledger;
  }

  /** Every location names these, the most trusted first. */
  public TestLedger trusting(LocationSource... inOrder) {
    sources = List.of(inOrder);
    return this;
  }

  /** What is promised through them is decided by what they say at that moment. */
  public ChannelsInMemory channels() {
    return channels;
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
    Map<String, Transfer> transfersBefore = Map.copyOf(transfers.all());
    Map<String, Inbound> expectedBefore = Map.copyOf(inbounds);
    Outcome outcome = send(command);
    if (outcome instanceof Outcome.Refused) {
      assertThat(Map.copyOf(items)).isEqualTo(before);
      assertThat(Map.copyOf(reservations)).isEqualTo(promisedBefore);
      assertThat(Map.copyOf(transfers.all())).isEqualTo(transfersBefore);
      assertThat(Map.copyOf(inbounds)).isEqualTo(expectedBefore);
    }
    return new Answer(this, outcome, last);
  }

  public Outcome send(Object command) {
    last = List.of();
    return switch (command) {
      case StockCommand c -> stock(c);
      case ReservationCommand c -> promise(c);
      case TransferCommand c -> transfer(c);
      case InboundCommand c -> supply(c);
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
    Desk desk = desk();
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

  private Desk desk() {
    return new Desk(this::item, this, channels, surroundings);
  }

  private Outcome record(Verdict.Accepted accepted) {
    List<StockEvent> events = new ArrayList<>();
    Settlement settlement = Settlement.of(accepted, desk());
    settlement.reservations().forEach(this::put);
    accepted.drafts().touched().forEach(draft -> record(draft, events));
    last = events;
    return settlement.outcome();
  }

  private void record(ItemDraft draft, List<StockEvent> events) {
    apply(draft.events());
    events.addAll(draft.events());
    if (!item(draft.item().item()).equals(draft.item())) {
      throw new AssertionError(draft.item() + " was decided on, stored is another");
    }
  }

  private Outcome transfer(TransferCommand command) {
    List<StockEvent> events = new ArrayList<>();
    Outcome outcome =
        transfers.send(command, this::item, surroundings, draft -> record(draft, events));
    new RegisteredExpiries(this).keepAll(events);
    last = events;
    return outcome;
  }

  private Outcome supply(InboundCommand command) {
    InboundRegister register =
        new InboundRegister() {
          @Override
          public @Nullable Inbound find(String inboundId) {
            return inbounds.get(inboundId);
          }

          @Override
          public void put(Inbound inbound) {
            inbounds.put(inbound.id(), inbound);
          }
        };
    InboundDecider.Decided decided =
        InboundDecider.decide(command, this::item, register, surroundings);
    List<StockEvent> events = new ArrayList<>();
    for (ItemDraft draft : decided.items()) {
      apply(draft.events());
      new RegisteredExpiries(this).keepAll(draft.events());
      events.addAll(draft.events());
    }
    last = events;
    return decided.outcome();
  }

  /** Entries that were decided elsewhere. */
  public void record(ItemDraft draft) {
    apply(draft.events());
    last = draft.events();
  }

  private void apply(List<StockEvent> events) {
    for (StockEvent event : events) {
      ItemId id = event.entry().item();
      items.put(id, item(id).evolve(event));
      entries.computeIfAbsent(id, key -> new ArrayList<>()).add(event);
      journal.add(event);
    }
    surroundings.discrepancies().keepAll(events);
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

  public Map<String, Transfer> transfers() {
    return transfers.all();
  }

  public Map<String, Inbound> inbounds() {
    return inbounds;
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
