package io.stockledger.server.write;

import io.stockledger.server.http.Write;

/** A checked body about one inbound, whose id stands beside it. */
public interface InboundRequest extends Stated {
  /** What it asks of the ledger. */
  Object command(String inboundId, Write write);
}
