package io.stockledger.benchmarks.stage;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.function.Consumer;

/** One of those that are compared: a server on a database of its own. */
public interface Side {
  String name();

  ServerProcess server();

  FreshDatabase database();

  /** The key that its clients show. */
  String bearer();

  /** Puts the goods there. */
  void stockUp(Shelf shelf) throws IOException, SQLException, InterruptedException;

  /** Waits until reads show everything that is written. */
  void settle() throws IOException, SQLException, InterruptedException;

  /**
   * The keys of all commands that its database says were carried out, as its receipts or the like
   * have them.
   */
  void recordedKeys(Consumer<String> reader) throws SQLException;

  /** How many units its journal says were reserved. */
  long reservedByJournal() throws SQLException;

  default InetSocketAddress address() {
    return server().address();
  }

  default LoadGenerator clients(int count) throws IOException {
    return new LoadGenerator(address(), count);
  }
}
