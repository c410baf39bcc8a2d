package io.stockledger.ledger;

import io.stockledger.ledger.store.EventRow;
import io.stockledger.ledger.store.EventStage;
import io.stockledger.ledger.store.ReadAhead;
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
 * the draft of the one being decided. Lives on the decider: under the ledger's lock, or ahead of it
 * while its predecessor is on its way to the database.
 */
final class OpenBatch implements EventStage {

  private final Connection connection;
  private final long head;
  private final @Nullable Flight predecessor;
  private final List<WaitingCommand> commands = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<EventRow> rows = new ArrayList<>();
  private final List<EventMessage<?>> events = new ArrayList<>();
  private final Map<String, List<DomainEventMessage<?>>> byStream = new HashMap<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final ReadAhead readAhead = new ReadAhead();
  private final List<EventRow> draftRows = new ArrayList<>();
  private final List<EventMessage<?>> draftEvents = new ArrayList<>();
  private @Nullable SQLException broken;
  private int markedRows;
  private int markedEvents;
  private int markedReceipts;
  private boolean marked;

  /**
   * @param connection for what commands have to read
   * @param head the last position before it
   * @param predecessor that is still on its way; null under the lock
   */
  OpenBatch(Connection connection, long head, @Nullable Flight predecessor) {
    this.connection = connection;
    this.head = head;
    this.predecessor = predecessor;
  }

  @Override
  public Connection connection() throws SQLException {
    if (predecessor != null) {
      predecessor.await();
    }
    return connection;
  }

  @Override
  public Connection connectionFor(String stream) throws SQLException {
    return predecessor != null && predecessor.wroteTo(stream) ? connection() : connection;
  }

  /** For look-ups that what is on its way cannot change. */
  Connection lookUps() {
    return connection;
  }

  @Override
  public ReadAhead readAhead() {
    return readAhead;
  }

  void take(WaitingCommand command) {
    commands.add(command);
  }

  void decided(Outcome outcome) {
    outcomes.add(outcome);
  }

  /** All commands that were taken into it, decided or not. */
  List<WaitingCommand> commands() {
    return commands;
  }

  /** How many commands they are, for limits. */
  int size() {
    return commands.stream().mapToInt(WaitingCommand::size).sum();
  }

  /** Of the commands that are decided, in order. */
  List<Outcome> outcomes() {
    return outcomes;
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
