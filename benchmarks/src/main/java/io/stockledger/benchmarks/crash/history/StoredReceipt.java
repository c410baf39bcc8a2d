package io.stockledger.benchmarks.crash.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** A row of {@code ledger.receipt} of the client that put the load on. */
public record StoredReceipt(
    String key, int status, String answer, long position, Instant recordedAt) {
  @JsonIgnore
  public boolean isAccepted() {
    return status < 300;
  }
}
