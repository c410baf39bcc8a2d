package io.stockledger.projections.rebuild;

import io.stockledger.projections.generation.Generation;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** How far the processors of a generation have come, and the means to hold them there. */
final class LiveTokens {
  private static final String POSITIONS =
      """
      select processor_name, segment, coalesce((token::jsonb ->> 'position')::bigint, 0) as position
        from %s.token_entry where processor_name <> '__config' order by processor_name, segment
      """;

  private LiveTokens() {}

  /** Where every projection stands, while they go on. */
  static Map<String, Reach> read(JdbcOperations jdbc, Generation generation) {
    return reaches(jdbc, POSITIONS.formatted(generation.schema()));
  }

  /**
   * Where every projection stands, and stays until the transaction ends: no batch of any node
   * commits without its token.
   */
  static Map<String, Reach> hold(JdbcOperations jdbc, Generation generation) {
    return reaches(jdbc, POSITIONS.formatted(generation.schema()) + " for update");
  }

  private static Map<String, Reach> reaches(JdbcOperations jdbc, String select) {
    Map<String, Map<Integer, Long>> positions = new HashMap<>();
    jdbc.query(
        select,
        row -> {
          positions
              .computeIfAbsent(row.getString("processor_name"), name -> new HashMap<>())
              .put(row.getInt("segment"), row.getLong("position"));
        });
    Map<String, Reach> reaches = new HashMap<>();
    positions.forEach((projection, segments) -> reaches.put(projection, Reach.of(segments)));
    return reaches;
  }

  /** Holds them for ever: who folds on would have to store a token, and its owner never lets go. */
  static void end(JdbcOperations jdbc, Generation generation) {
    jdbc.update(
        """
        update %s.token_entry set owner = 'replaced', timestamp = '9999-01-01T00:00:00Z'
         where processor_name <> '__config'
        """
            .formatted(generation.schema()));
  }

  /** Lets the processors of any node have them. */
  static void free(JdbcOperations jdbc, String schema) {
    jdbc.update("update %s.token_entry set owner = null".formatted(schema));
  }
}
