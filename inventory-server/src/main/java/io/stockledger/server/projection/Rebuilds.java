package io.stockledger.server.projection;

import java.time.Instant;
import java.util.Optional;

/** Has the read model made anew while it is read. */
public interface Rebuilds {
  /** What became of a request. */
  sealed interface Outcome {}

  /**
   * It is made, or was.
   *
   * @param repeated the same was asked under the same key before
   */
  record Taken(int generation, boolean compare, Instant askedAt, boolean repeated)
      implements Outcome {}

  /** Another one is being made. */
  record UnderWay(int generation, String state) implements Outcome {}

  /** Something else was asked under this key. */
  record KeyReused() implements Outcome {}

  /**
   * @param compare only to be held against the live one
   * @param client whose key it is
   * @param hash what makes two requests under a key the same
   */
  Outcome ask(boolean compare, String client, String key, String hash);

  /** The one that is being made now. */
  Optional<UnderWay> underWay();
}
