package io.stockledger.command.device;

import io.stockledger.api.Outcome;
import io.stockledger.api.device.DeviceCommand;
import io.stockledger.api.device.DeviceCommand.PassDeviceGap;
import io.stockledger.api.device.DeviceCommand.TakeDeviceLines;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.reservation.ReservationCommand.PickReservation;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.command.reservation.ReservationDecisions;
import io.stockledger.command.stock.Decision;
import io.stockledger.command.stock.ExpiryRecord;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.LoadedItems;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.StockItemAggregate;
import io.stockledger.command.stock.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The Axon shell of deliveries: the device and the items of its lines are decided on and recorded
 * in one unit of work, so that a line takes effect once, and never without the record that it did.
 */
public class DeviceCommandHandler {
  private final Repository<DeviceAggregate> devices;
  private final Repository<StockItemAggregate> items;
  private final ReservationDecisions.Factory reservations;
  private final DeviceWaits waits;
  private final ExpiryRecord expiries;
  private final Surroundings surroundings;
  private final Duration patience;

  /**
   * @param patience how long a line waits for a gap
   */
  public DeviceCommandHandler(
      Repository<DeviceAggregate> devices,
      Repository<StockItemAggregate> items,
      ReservationDecisions.Factory reservations,
      DeviceWaits waits,
      ExpiryRecord expiries,
      Surroundings surroundings,
      Duration patience) {
    this.devices = devices;
    this.items = items;
    this.reservations = reservations;
    this.waits = waits;
    this.expiries = expiries;
    this.surroundings = surroundings;
    this.patience = patience;
  }

  @CommandHandler
  Outcome on(TakeDeviceLines command) {
    return decide(command, rules -> rules.take(command));
  }

  @CommandHandler
  Outcome on(PassDeviceGap command) {
    return decide(command, DeviceRules::passWhatIsDue);
  }

  private Outcome decide(DeviceCommand command, Consumer<DeviceRules> deciding) {
    Aggregate<DeviceAggregate> shell = load(command);
    Device before = state(shell, command.device());
    DeviceRules rules = new DeviceRules(before, new LoadedShelves(), surroundings, patience);
    deciding.accept(rules);
    record(command, shell, rules.events());
    Instant dueAt = Standing.dueAt(rules.device(), patience);
    if (!Objects.equals(dueAt, Standing.dueAt(before, patience))) {
      waits.put(command.device(), dueAt);
    }
    return rules.outcome();
  }

  private @Nullable Aggregate<DeviceAggregate> load(DeviceCommand command) {
    try {
      return devices.load(DeviceCommand.stream(command.device()));
    } catch (AggregateNotFoundException unknown) {
      return null;
    }
  }

  private static Device state(@Nullable Aggregate<DeviceAggregate> shell, String device) {
    @Nullable Device[] found = new @Nullable Device[1];
    if (shell != null) {
      shell.execute(aggregate -> found[0] = aggregate.state());
    }
    Device state = found[0];
    return state == null ? Device.silent(device) : state;
  }

  private void record(
      DeviceCommand command, @Nullable Aggregate<DeviceAggregate> known, List<DeviceEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    Aggregate<DeviceAggregate> shell = known == null ? begin(command) : known;
    shell.execute(aggregate -> aggregate.record(events));
  }

  private Aggregate<DeviceAggregate> begin(DeviceCommand command) {
    try {
      return devices.loadOrCreate(DeviceCommand.stream(command.device()), DeviceAggregate::new);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(command.device() + " cannot come into being", e);
    }
  }

  /** Items in the unit of work of the delivery. */
  private final class LoadedShelves implements Shelves {
    private final LoadedItems loaded = new LoadedItems(items);

    @Override
    public StockItem item(ItemId id) {
      return loaded.find(id);
    }

    @Override
    public Outcome decide(StockCommand command) {
      Decision decision = item(command.item()).decide(command, surroundings);
      loaded.record(command.item(), decision.events());
      keep(decision.events());
      return decision.outcome();
    }

    @Override
    public Outcome decide(PickReservation command) {
      return reservations.with(loaded::find, loaded::record).pick(command);
    }

    @Override
    public void record(ItemDraft draft) {
      loaded.record(draft);
      keep(draft.events());
    }

    private void keep(List<StockEvent> events) {
      expiries.keepAll(events);
      surroundings.discrepancies().keepAll(events);
    }
  }
}
