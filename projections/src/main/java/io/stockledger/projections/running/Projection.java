package io.stockledger.projections.running;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Tables that are folded from the ledger together. The rows it writes are functions of the events
 * alone: not of the clock, and not of how the events were cut into batches.
 */
public interface Projection {
  /** Its name, which is also that of its Axon processing group. */
  String name();

  /** Its tables, that is what a rebuild must come to again. */
  List<String> tables();

  /**
   * Whether an event may change the tables, whatever they hold. What does not concern a projection
   * is not handed to {@link #fold}, and a batch of it costs the database nothing but the token.
   *
   * @param event one of the catalogue
   */
  boolean concerns(Object event);

  /**
   * Folds events, in order of position, into the tables, within the transaction that is open. What
   * was folded already changes nothing; what it does not know it leaves out.
   */
  void fold(JdbcOperations jdbc, List<RecordedEvent> events);
}
