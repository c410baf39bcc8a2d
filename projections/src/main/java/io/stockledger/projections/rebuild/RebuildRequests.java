package io.stockledger.projections.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes requests for a rebuild; some node then finds them. */
public final class RebuildRequests {
  private static final String BY_KEY =
      """
      select number, compares, asked_at, request_hash from readmodel_pointer.generation
       where client = :client and request_key = :key
         and asked_at > clock_timestamp() - interval '30 days'
       order by number desc limit 1
      """;

  private static final String BY_NUMBER =
      """
      select number, compares, asked_at, request_hash from readmodel_pointer.generation
       where number = :number
      """;

  private static final String UNDER_WAY =
      """
      select number, state from readmodel_pointer.generation
       where state in ('building', 'catching-up', 'comparing')
      """;

  private final RebuildTable table;
  private final JdbcClient jdbc;

  /**
   * @param pointer of the role {@code ledger_app}
   */
  public RebuildRequests(DataSource pointer) {
    this.table = new RebuildTable(pointer, "nobody");
    this.jdbc = JdbcClient.create(pointer);
  }

  /** What became of a request. */
  public sealed interface Outcome {}

  /**
   * The read model is, or was, made anew.
   *
   * @param repeated the same was asked under the same key before
   */
  public record Taken(int generation, boolean compares, Instant askedAt, boolean repeated)
      implements Outcome {}

  /** Another one is being made. */
  public record UnderWay(int generation, String state) implements Outcome {}

  /** Something else was asked under this key. */
  public record KeyReused() implements Outcome {}

  private record Request(Taken taken, String hash) {}

  /**
   * @param compares only to be held against the live one
   * @param client whose key it is
   * @param hash what makes two requests under a key the same
   */
  public Outcome ask(boolean compares, String client, String key, String hash) {
    Optional<Outcome> known = repeat(client, key, hash);
    if (known.isPresent()) {
      return known.get();
    }
    Optional<Integer> number = table.ask(compares, client, key, hash);
    if (number.isPresent()) {
      return jdbc.sql(BY_NUMBER)
          .param("number", number.get())
          .query((row, n) -> request(row, false))
          .single()
          .taken();
    }
    // it may have been the same request that was faster, or one that has ended since
    return repeat(client, key, hash)
        .orElseGet(() -> underWay().<Outcome>map(u -> u).orElse(new UnderWay(0, "building")));
  }

  /** The one that is being made now. */
  public Optional<UnderWay> underWay() {
    return jdbc.sql(UNDER_WAY)
        .query((row, n) -> new UnderWay(row.getInt("number"), row.getString("state")))
        .optional();
  }

  private Optional<Outcome> repeat(String client, String key, String hash) {
    return jdbc.sql(BY_KEY)
        .param("client", client)
        .param("key", key)
        .query((row, n) -> request(row, true))
        .optional()
        .map(request -> request.hash().equals(hash) ? request.taken() : new KeyReused());
  }

  private static Request request(ResultSet row, boolean repeated) throws SQLException {
    return new Request(
        new Taken(
            row.getInt("number"),
            row.getBoolean("compares"),
            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
            repeated),
        row.getString("request_hash"));
  }
}
