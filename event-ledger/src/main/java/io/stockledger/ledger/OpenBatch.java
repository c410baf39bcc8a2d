package io.stockledger.ledger;

import io.stockledger.ledger.store.EventRow;
import io.stockledger.ledger.store.EventStage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What one batch is going to write: events and receipts of the commands that succeeded so far, and
 * the draft of the one being decided. Lives on the decider, under the ledger's lock.
 */
final class OpenBatch implements EventStage {

  private final Connection connection;
  private final long head;
  private final List<EventRow> rows = new ArrayList<>();
  private final List<EventMessage<?>> events = new ArrayList<>();
  private final Map<String, List<DomainEventMessage<?>>> byStream = new HashMap<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<EventRow> draftRows = new ArrayList<>();
  private final List<EventMessage<?>> draftEvents = new ArrayList<>();
  private @Nullable SQLException broken;
  private int markedRows;
  private int markedEvents;
  private int markedReceipts;
  private boolean marked;

  OpenBatch(Connection connection, long head) {
    this.connection = connection;
    this.head = head;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void broken(SQLException cause) {
    if (broken == null) {
      broken = cause;
    }
  }

  /** A failed statement took the transaction with it, whatever its caller made of that. */
  void requireIntact() throws SQLException {
    if (broken != null) {
      throw broken;
    }
  }

  @Override
  public void stage(List<? extends EventMessage<?>> staged, List<EventRow> stagedRows) {
    draftEvents.addAll(staged);
    draftRows.addAll(stagedRows);
  }

  @Override
  public List<DomainEventMessage<?>> eventsOf(String stream) {
    return byStream.getOrDefault(stream, List.of());
  }

  @Override
  public Collection<String> streams() {
    return byStream.keySet();
  }

  /** The head the batch began at. */
  long startHead() {
    return head;
  }

  /** The head as it will be with what the batch holds so far, without the draft. */
  long head() {
    return head + rows.size();
  }

  boolean hasDraftEvents() {
    return !draftEvents.isEmpty();
  }

  /** The domain events of the draft, in order. */
  List<DomainEventMessage<?>> draftEvents() {
    List<DomainEventMessage<?>> domainEvents = new ArrayList<>(draftEvents.size());
    for (EventMessage<?> event : draftEvents) {
      if (event instanceof DomainEventMessage<?> domainEvent) {
        domainEvents.add(domainEvent);
      }
    }
    return domainEvents;
  }

  /** The head if the draft is kept. */
  long draftHead() {
    return head() + draftRows.size();
  }

  void keepDraft() {
    for (DomainEventMessage<?> event : draftEvents()) {
      byStream.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>()).add(event);
    }
    events.addAll(draftEvents);
    rows.addAll(draftRows);
    dropDraft();
  }

  void dropDraft() {
    draftEvents.clear();
    draftRows.clear();
  }

  /** What commands succeed in from here on can be taken back. */
  void mark() {
    marked = true;
    markedRows = rows.size();
    markedEvents = events.size();
    markedReceipts = receipts.size();
  }

  /** Forgets the mark; all stays as it is. */
  void keep() {
    marked = false;
  }

  /** All is as it was at the mark. */
  void takeBack() {
    dropDraft();
    if (marked) {
      for (EventMessage<?> event : events.subList(markedEvents, events.size()).reversed()) {
        if (event instanceof DomainEventMessage<?> domainEvent) {
          takeBack(domainEvent.getAggregateIdentifier());
        }
      }
      cut(events, markedEvents);
      cut(rows, markedRows);
      cut(receipts, markedReceipts);
    }
    marked = false;
  }

  private void takeBack(String stream) {
    byStream.computeIfPresent(
        stream,
        (id, staged) -> {
          staged.removeLast();
          return staged.isEmpty() ? null : staged;
        });
  }

  private static void cut(List<?> list, int size) {
    list.subList(size, list.size()).clear();
  }

  void remember(Receipt receipt) {
    receipts.add(receipt);
  }

  List<EventRow> rows() {
    return rows;
  }

  List<EventMessage<?>> events() {
    return events;
  }

  List<Receipt> receipts() {
    return receipts;
  }
}
