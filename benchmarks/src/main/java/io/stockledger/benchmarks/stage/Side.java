package io.stockledger.benchmarks.stage;

import io.stockledger.benchmarks.load.LoadGenerator;
import io.stockledger.benchmarks.traffic.EachItem;
import io.stockledger.benchmarks.traffic.RequestTemplate;
import io.stockledger.benchmarks.traffic.Shelf;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** One of those that are compared: a server on a database of its own. */
public interface Side {
  /** Outside of measurements. */
  int ASKING_CLIENTS = 64;

  /** At most, outside of measurements. */
  Duration ASKING = Duration.ofMinutes(30);

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

  /**
   * Asks the same of each item of a shelf.
   *
   * @param places how many places the request has for the item's number
   * @throws IllegalStateException unless each is answered well
   */
  default void askEach(RequestTemplate request, int places, int items, EachItem.Reading reading)
      throws IOException {
    EachItem all = new EachItem(request, places, items, reading);
    try (LoadGenerator clients = clients(ASKING_CLIENTS)) {
      clients.closedLoop(all, ASKING);
    }
    all.requireAll();
  }

  default LoadGenerator clients(int count) throws IOException {
    return new LoadGenerator(address(), count);
  }
}
