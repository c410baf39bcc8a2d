package io.stockledger.command.device;

import io.stockledger.api.device.DeviceCommand;
import io.stockledger.api.device.DeviceEvent;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The shell of {@link Device}. What is asked of it is decided together with the items of its lines,
 * by {@link DeviceCommandHandler}.
 */
@Aggregate(
    type = "device",
    repository = "deviceRepository",
    commandTargetResolver = "deviceTargets")
public class DeviceAggregate {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable Device state;

  /** For repositories: a device that never delivered anything. */
  public DeviceAggregate() {}

  /** The name of its stream of events; absent before anything was asked of it. */
  public @Nullable String stream() {
    return stream;
  }

  /** What the entries made of it; absent before the first. */
  public @Nullable Device state() {
    return state;
  }

  /** Continue from a state instead of from entries. */
  public void restore(Device state) {
    this.state = state;
    this.stream = DeviceCommand.stream(state.device());
  }

  void record(List<DeviceEvent> events) {
    if (!events.isEmpty()) {
      stream = DeviceCommand.stream(events.getFirst().device());
    }
    events.forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void evolve(DeviceEvent event) {
    stream = DeviceCommand.stream(event.device());
    state = (state == null ? Device.silent(event.device()) : state).evolve(event);
  }
}
