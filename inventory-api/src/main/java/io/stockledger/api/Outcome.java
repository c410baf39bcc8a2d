package io.stockledger.api;

/**
 * What a command came to: a {@link Refused}, or the outcome of its feature, such as {@link
 * io.stockledger.api.stock.StockOutcome}.
 */
public interface Outcome {
  /** Nothing was changed. */
  record Refused(Refusal refusal) implements Outcome {}
}
