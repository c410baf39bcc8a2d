package io.stockledger.server.changes;

/** Port: which channels there are. */
public interface PutChannels {
  /** Whether somebody put it; retired ones are put too. */
  boolean isPut(String channel);
}
