package io.stockledger.server.importing;

import java.util.List;
import java.util.function.Consumer;

/** How the lines of a kind of file are understood. Lines come in the order of the file. */
interface Format {
  /**
   * @param number of the line, from 1
   */
  Parsed parse(long number, String line);

  /**
   * Told before the first line, with the whole file; for formats that must know what comes.
   *
   * @param file gives its lines to whoever asks, from the first on, as often as asked
   */
  default void readAhead(Consumer<LineConsumer> file) {}

  /** What must be sent before the first line about a SKU, such as invented opening stock. */
  default List<Parsed.Order> before(Parsed.Stock first) {
    return List.of();
  }

  /** What the report must say of what the format makes up. */
  default List<String> invented() {
    return List.of();
  }

  /** Takes a numbered line. */
  interface LineConsumer {
    void accept(long number, String line);
  }
}
