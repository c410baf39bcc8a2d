package io.stockledger.server.write;

import io.stockledger.server.http.Write;

/** A checked body about one transfer, whose id stands beside it. */
public interface TransferRequest extends Stated {
  /** What it asks of the ledger. */
  Object command(String transferId, Write write);
}
