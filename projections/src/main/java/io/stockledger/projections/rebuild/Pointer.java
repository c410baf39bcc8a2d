package io.stockledger.projections.rebuild;

import io.stockledger.projections.generation.Generation;
import java.time.Duration;
import org.springframework.jdbc.core.JdbcOperations;

/** The move from one generation to the next, within the transaction that is open. */
final class Pointer {
  private static final String RETIRE =
      """
      update readmodel_pointer.generation
         set state = 'retired', ended_at = clock_timestamp(),
             drop_after = clock_timestamp() + ? * interval '1 millisecond'
       where number = ? and state = 'live'
      """;

  private static final String INSTALL =
      """
      update readmodel_pointer.generation
         set state = 'live', live_since = clock_timestamp(), builder = null, claimed_until = null
       where number = ? and builder = ? and state in ('building', 'catching-up')
      """;

  private Pointer() {}

  /**
   * From now on the processors of the one before can store nothing, and those of the next can begin
   * on any node.
   *
   * @param builder who made the next one, and must still be the one who makes it
   * @throws ClaimLost when somebody else goes on with it
   */
  static void move(
      JdbcOperations jdbc, Generation before, Generation next, String builder, Duration keep) {
    boolean moved =
        jdbc.update(RETIRE, keep.toMillis(), before.number()) == 1
            && jdbc.update(INSTALL, next.number(), builder) == 1;
    if (!moved) {
      throw new ClaimLost(next);
    }
    LiveTokens.end(jdbc, before);
    LiveTokens.free(jdbc, next.schema());
  }
}
