package io.stockledger.ledger;

/**
 * A state of an aggregate that is kept, immutable.
 *
 * @param sequence of the last event in it, from 0
 * @param snapshotSequence of the last event in its newest snapshot, -1 without one
 */
record Held<S>(S state, long sequence, long snapshotSequence, boolean deleted) {

  Held<S> withSnapshot() {
    return new Held<>(state, sequence, sequence, deleted);
  }

  long eventsSinceSnapshot() {
    return sequence - snapshotSequence;
  }
}
