package io.stockledger.benchmarks.peer;

import java.sql.SQLException;

/** What a peer can do with stock. */
interface PeerStock {
  /** Puts goods there; not under load. */
  Answered receive(String location, String sku, long quantity)
      throws SQLException, InterruptedException;

  /** Promises units, once per key. */
  Answered reserve(Reserve command) throws SQLException, InterruptedException;

  /** The figures of an item, as JSON in the product's form. */
  Answered figures(String location, String sku) throws SQLException;

  /**
   * A reserve of one line.
   *
   * @param requestHash tells whether a key comes back with another request
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way through
  record Reserve(
      String location, String sku, long quantity, String client, String key, byte[] requestHash) {}
}
