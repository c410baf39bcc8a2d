package io.stockledger.server.importing;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a line of a file turned out to be. */
sealed interface Parsed {
  /** Nothing to do: a heading, a blank line. */
  record Nothing() implements Parsed {}

  /**
   * A line that is about no stock, and why; counted apart.
   *
   * @param what it is, such as a service code
   */
  record Apart(String what) implements Parsed {}

  /** A line that cannot be understood. */
  record Bad(String why) implements Parsed {}

  /**
   * A line of stock.
   *
   * @param kind how the report counts it
   * @param name of the product, for registering it; the SKU where the line has none
   * @param orders to be sent one after the other, the next only if the one before was accepted
   */
  record Stock(String kind, String location, String sku, String name, List<Order> orders)
      implements Parsed {}

  /**
   * A line of the registry.
   *
   * @param kind how the report counts it
   * @param id of the location or product
   * @param ofOthers it names other lines, and is sent when all that name none are
   * @param orders to be sent one after the other, the next only if the one before was accepted
   */
  record Entry(String kind, String id, boolean ofOthers, List<Order> orders) implements Parsed {}

  /**
   * One command.
   *
   * @param verb what is done, {@code put} for a PUT; also the end of the key
   * @param path of the request
   */
  record Order(String verb, String path, JsonNode body) {}
}
