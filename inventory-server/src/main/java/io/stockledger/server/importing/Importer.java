package io.stockledger.server.importing;

import io.stockledger.server.client.Answer;
import io.stockledger.server.client.Call;
import io.stockledger.server.client.LedgerClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file through its format to the ledger. Lines of one SKU go in the order of the file,
 * those of different SKUs side by side.
 */
final class Importer {
  private static final int LANES = 32;

  private final SourceFile file;
  private final Format format;
  private final ImportReport report;
  private final long limit;

  Importer(SourceFile file, Format format, ImportReport report, long limit) {
    this.file = file;
    this.format = format;
    this.report = report;
    this.limit = limit;
  }

  /** Reads and checks, and sends nothing. */
  void readOnly() {
    format.readAhead(file::lines);
    eachLine((number, parsed) -> report.read(number, parsed));
  }

  /**
   * @param registrar registers what is new; none leaves that to others
   */
  void send(LedgerClient ledger, String bearer, String digest, @Nullable Registrar registrar) {
    format.readAhead(file::lines);
    Set<String> begun = new HashSet<>();
    List<Runnable> later = new ArrayList<>();
    try (Lanes lanes = new Lanes(LANES)) {
      eachLine(
          (number, parsed) -> {
            report.read(number, parsed);
            if (parsed instanceof Parsed.Entry entry) {
              Courier courier = new Courier(ledger, bearer, digest, number);
              Runnable task = () -> courier.deliver(entry.orders());
              if (entry.ofOthers()) {
                later.add(task);
              } else {
                lanes.give(entry.id(), task);
              }
            }
            if (parsed instanceof Parsed.Stock stock) {
              boolean first = begun.add(stock.location() + "/" + stock.sku());
              Courier courier = new Courier(ledger, bearer, digest, number);
              lanes.give(stock.sku(), () -> carry(courier, stock, first, registrar));
            }
          });
      lanes.finish();
    }
    later.forEach(Runnable::run);
  }

  private void carry(
      Courier courier, Parsed.Stock stock, boolean first, @Nullable Registrar registrar) {
    if (first && registrar != null) {
      if (!Ids.isAlias(stock.location())) {
        registrar.location(stock.location());
      }
      if (!Ids.isAlias(stock.sku())) {
        registrar.sku(stock.sku(), stock.name());
      }
    }
    if (first) {
      courier.deliver(
          format.before(stock), null, "opening:" + stock.location() + ":" + stock.sku());
    }
    courier.deliver(stock.orders());
  }

  private interface Reader {
    void accept(long number, Parsed parsed);
  }

  private void eachLine(Reader reader) {
    file.lines(
        (number, line) -> {
          if (number <= limit) {
            reader.accept(number, format.parse(number, line));
          }
        });
  }

  /** Sends what a line comes to, until something is refused. */
  private final class Courier {
    private final LedgerClient ledger;
    private final String bearer;
    private final String digest;
    private final long number;

    Courier(LedgerClient ledger, String bearer, String digest, long number) {
      this.ledger = ledger;
      this.bearer = bearer;
      this.digest = digest;
      this.number = number;
    }

    void deliver(List<Parsed.Order> orders) {
      deliver(orders, orders.getLast(), Long.toString(number));
    }

    /**
     * @param ends with its answer the line is settled; none where more of it follows
     * @param place where in the file, as a part of keys
     */
    void deliver(List<Parsed.Order> orders, Parsed.@Nullable Order ends, String place) {
      for (Parsed.Order order : orders) {
        String key = "import:" + digest + ":" + place + ":" + order.verb();
        Answer answer =
            ledger.send(
                order.verb().equals("put")
                    ? Call.put(order.path(), key, order.body(), bearer)
                    : Call.post(order.path(), key, order.body(), bearer));
        report.answered(number, order, answer);
        if (answer.status() == 401 || answer.status() == 403) {
          throw new IllegalStateException("the key does not open this: " + answer.text());
        }
        if (!answer.accepted() || order.equals(ends)) {
          report.settled(number, answer, answer.problem());
          return;
        }
      }
    }
  }
}
