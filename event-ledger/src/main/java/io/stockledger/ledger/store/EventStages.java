package io.stockledger.ledger.store;

import org.jspecify.annotations.Nullable;

/** Knows the batch that is open on the current thread. One per ledger. */
public final class EventStages {

  @SuppressWarnings("ThreadLocalUsage") // each ledger of a process has a decider of its own
  private final ThreadLocal<@Nullable EventStage> here = new ThreadLocal<>();

  public void open(EventStage stage) {
    here.set(stage);
  }

  public void close() {
    here.remove();
  }

  public @Nullable EventStage here() {
    return here.get();
  }
}
