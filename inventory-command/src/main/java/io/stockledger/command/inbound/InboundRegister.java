package io.stockledger.command.inbound;

import org.jspecify.annotations.Nullable;

/**
 * Every inbound by its id, closed ones included, so that an id is used once and a closed one is
 * still known. Written in the transaction of the entries, read with everything that was put before
 * in the same batch.
 */
public interface InboundRegister {
  @Nullable Inbound find(String inboundId);

  /** Keep it under its id, in place of what was there. */
  void put(Inbound inbound);
}
