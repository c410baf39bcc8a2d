package io.stockledger.api;

/**
 * An expected "no", as data. A refusal is returned, never thrown: it is an answer like any other,
 * is recorded under its key, and changes nothing.
 */
public interface Refusal {
  /** Its stable name, the last segment of the problem type, such as {@code insufficient-stock}. */
  String type();
}
