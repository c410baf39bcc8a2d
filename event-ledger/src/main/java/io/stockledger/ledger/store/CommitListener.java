package io.stockledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of commits of other nodes: a thread that listens on a connection of its own and tells the
 * feed. A notification only says "look", so none is missed for good: the listener also looks after
 * every (re)connect and whenever a second was silent.
 */
public final class CommitListener implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommitListener.class);

  private final ConnectionSource connections;
  private final Database database;
  private final LedgerFeed feed;
  private final Duration pollInterval;
  private final Duration restInterval;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection listening;

  public CommitListener(
      ConnectionSource connections,
      Database database,
      LedgerFeed feed,
      Duration pollInterval,
      Duration restInterval) {
    this.connections = connections;
    this.database = database;
    this.feed = feed;
    this.pollInterval = pollInterval;
    this.restInterval = restInterval;
    this.thread = Thread.ofPlatform().name("ledger-listener").daemon().unstarted(this::listen);
  }

  public void start() {
    thread.start();
  }

  private void listen() {
    while (isOpen()) {
      try (Connection connection = connections.open()) {
        listening = connection;
        listenOn(connection);
      } catch (SQLException | RuntimeException e) {
        if (isOpen()) {
          log.warn("not hearing of commits of other nodes, polling meanwhile: {}", e.toString());
          pollAside();
          rest(pollInterval);
        }
      }
    }
  }

  private void listenOn(Connection connection) throws SQLException {
    PGConnection notifications = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen ledger");
    }
    while (isOpen()) {
      long askedAt = System.nanoTime();
      feed.looked(EventTable.head(connection), askedAt);
      rest(restInterval); // every commit calls, this node's own too: some of them are one look
      notifications.getNotifications((int) pollInterval.toMillis());
    }
  }

  private void pollAside() {
    try {
      long askedAt = System.nanoTime();
      feed.looked(database.readAside(EventTable::head), askedAt);
    } catch (SQLException e) {
      log.debug("the database does not answer either", e);
    }
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void rest(Duration duration) {
    try {
      if (closing.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("no next look, closing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** Ends the thread, which is waiting for the server most of the time. */
  @Override
  public void close() {
    closing.countDown();
    Connection connection = listening;
    if (connection != null) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        log.debug("cannot abort the listening connection", e);
      }
    }
  }
}
