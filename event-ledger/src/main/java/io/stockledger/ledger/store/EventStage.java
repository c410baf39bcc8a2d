package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** The batch that is open on a thread, as the store sees it: events wait here until it commits. */
public interface EventStage {

  /** A connection that sees everything before this batch, once that is durable. */
  Connection connection() throws SQLException;

  /** A connection that sees everything of this stream before this batch. */
  Connection connectionFor(String stream) throws SQLException;

  /** Streams that were read before anybody asked, as they were before this batch. */
  ReadAhead readAhead();

  /** A statement on that connection failed: the batch cannot commit any more. */
  void broken(SQLException cause);

  /** Takes events of the command being decided; the rows are theirs, one each. */
  void stage(List<? extends EventMessage<?>> events, List<EventRow> rows);

  /** Events of this stream by earlier commands of the batch, in order. */
  List<DomainEventMessage<?>> eventsOf(String stream);

  /** Streams that earlier commands of the batch wrote to. */
  Collection<String> streams();
}
