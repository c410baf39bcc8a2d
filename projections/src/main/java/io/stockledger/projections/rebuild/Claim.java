package io.stockledger.projections.rebuild;

import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.running.Repeating;
import java.time.Duration;

/**
 * That this node makes a generation. It says so again and again, and how far it is; when it falls
 * silent for the length of the lease, another goes on.
 */
final class Claim implements AutoCloseable {
  private static final int TELLS_PER_LEASE = 10;

  private final RebuildTable table;
  private final Generation generation;
  private final String builder;
  private final Duration lease;
  private final long began = System.nanoTime();
  private final Repeating thread;
  private volatile String state = "building";
  private volatile long start;
  private volatile long position;
  private volatile long goal;
  private volatile boolean lost;

  Claim(RebuildTable table, Generation generation, String builder, Duration lease) {
    this.table = table;
    this.generation = generation;
    this.builder = builder;
    this.lease = lease;
    this.thread = Repeating.start("rebuild-claim", lease.dividedBy(TELLS_PER_LEASE), this::tell);
  }

  Generation generation() {
    return generation;
  }

  String builder() {
    return builder;
  }

  /** Where this go begins, for its rate. */
  void from(long first) {
    start = first;
    position = first;
  }

  void phase(String next) {
    state = next;
    tell();
    require();
  }

  void towards(long last) {
    goal = last;
  }

  /**
   * @throws ClaimLost when there is no use in going on
   */
  void reached(long now) {
    position = now;
    require();
  }

  void require() {
    if (lost) {
      throw new ClaimLost(generation);
    }
  }

  private void tell() {
    double seconds = (System.nanoTime() - began) / 1e9;
    double rate = (position - start) / Math.max(1e-3, seconds);
    if (!table.tell(generation, builder, lease, state, position, goal, rate)) {
      lost = true;
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}
