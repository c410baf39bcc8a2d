package io.stockledger.server.wiring;

import io.stockledger.api.LedgerEvent;
import io.stockledger.ledger.store.LedgerReader;
import io.stockledger.promise.replay.Streams;
import java.time.Instant;
import java.util.function.ObjLongConsumer;

/** Streams as they are stored. */
final class LedgerStreams implements Streams {
  private final LedgerReader reader;

  LedgerStreams(LedgerReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(String stream, Instant recordedBy, ObjLongConsumer<LedgerEvent> taker) {
    reader.until(
        stream,
        recordedBy,
        (event, position) -> taker.accept((LedgerEvent) event.getPayload(), position));
  }
}
