package io.stockledger.server.http;

/** Knows under which keys a decision is recorded. */
@FunctionalInterface
public interface Recorded {
  boolean under(String keyOwner, String key);

  /**
   * Whether a write has been decided: what it named then may be called otherwise by now, and its
   * repeat is answered all the same.
   */
  default boolean has(Write write) {
    return write.key() != null && !write.dryRun() && under(write.caller().keyOwner(), write.key());
  }
}
