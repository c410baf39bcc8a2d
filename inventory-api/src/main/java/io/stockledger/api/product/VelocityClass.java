package io.stockledger.api.product;

/** How fast a product moves. */
public enum VelocityClass {
  /** The few that most movements are about. */
  A,
  B,
  /** The many that hardly move. */
  C
}
