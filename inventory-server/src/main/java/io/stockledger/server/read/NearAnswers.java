package io.stockledger.server.read;

import io.stockledger.api.Answer;
import io.stockledger.api.Query;
import java.util.Optional;

/** What this node can answer from memory, as truly as the read models could. */
public interface NearAnswers {
  /**
   * The answer, or empty where the read models are to be asked.
   *
   * @param minPosition up to which it must know everything
   */
  <V extends Answer.View> Optional<V> find(Query<V> query, long minPosition);
}
