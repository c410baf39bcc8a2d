package io.stockledger.ledger;

import io.stockledger.ledger.store.Database;
import io.stockledger.ledger.store.EventTable;
import java.util.List;

/** Tells what became of a command, without executing it. */
public final class Receipts {

  private final Database database;

  Receipts(Database database) {
    this.database = database;
  }

  /**
   * Looks for the receipt of a client's command.
   *
   * @throws org.axonframework.eventsourcing.eventstore.EventStoreException if the database cannot
   *     answer
   */
  public ReceiptLookup find(String client, String key) {
    ReceiptKey wanted = new ReceiptKey(client, key);
    return database.read(
        "a receipt",
        connection -> {
          long head = EventTable.head(connection); // first: what is missing below it is missing
          return new ReceiptLookup(
              ReceiptTable.find(connection, List.of(wanted)).get(wanted), head);
        });
  }
}
