package io.stockledger.promise.replay;

import io.stockledger.api.LedgerEvent;
import java.time.Instant;
import java.util.function.ObjLongConsumer;

/** Reads the ledger, a stream at a time. */
@FunctionalInterface
public interface Streams {
  /**
   * Hands over the entries of a stream in order, up to and with the last one that was recorded by a
   * moment. It keeps none of them, however many there are.
   *
   * @param taker is given each entry and its position in the ledger
   */
  void read(String stream, Instant recordedBy, ObjLongConsumer<LedgerEvent> taker);
}
