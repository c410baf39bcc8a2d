package io.stockledger.ledger.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Events published in the current unit of work, by stream. Axon can tell them too, but searches the
 * whole queue for each one: a command over a thousand items would take seconds.
 */
final class QueuedEvents {

  private static final String RESOURCE = QueuedEvents.class.getName();

  private final Map<String, List<DomainEventMessage<?>>> byStream = new HashMap<>();

  private QueuedEvents() {}

  static void add(List<? extends EventMessage<?>> events) {
    if (!CurrentUnitOfWork.isStarted()) {
      return;
    }
    UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
    QueuedEvents queued =
        unitOfWork.root().getOrComputeResource(RESOURCE, key -> new QueuedEvents());
    for (EventMessage<?> event : events) {
      if (event instanceof DomainEventMessage<?> domainEvent) {
        queued.of(domainEvent).add(domainEvent);
        unitOfWork.onRollback(rolledBack -> queued.of(domainEvent).remove(domainEvent));
      }
    }
  }

  static List<DomainEventMessage<?>> ofStream(String stream) {
    QueuedEvents queued = current();
    return queued == null ? List.of() : queued.byStream.getOrDefault(stream, List.of());
  }

  static Set<String> streams() {
    QueuedEvents queued = current();
    return queued == null ? Set.of() : queued.byStream.keySet();
  }

  private static @Nullable QueuedEvents current() {
    return CurrentUnitOfWork.isStarted()
        ? CurrentUnitOfWork.get().root().getResource(RESOURCE)
        : null;
  }

  private List<DomainEventMessage<?>> of(DomainEventMessage<?> event) {
    return byStream.computeIfAbsent(event.getAggregateIdentifier(), stream -> new ArrayList<>());
  }
}
