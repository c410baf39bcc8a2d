package io.stockledger.projections.rebuild;

import io.stockledger.projections.generation.Generation;

/** Somebody else makes this generation by now, or nobody does any more. */
final class ClaimLost extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  ClaimLost(Generation generation) {
    super("generation %d is no longer ours to make".formatted(generation.number()));
  }
}
