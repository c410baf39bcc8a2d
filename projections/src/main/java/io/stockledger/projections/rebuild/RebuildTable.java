package io.stockledger.projections.rebuild;

import io.stockledger.projections.generation.Generation;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The generations that are being made, as all nodes see them. Times are the database's. */
final class RebuildTable {
  private static final String MADE = "state in ('building', 'catching-up', 'comparing')";

  private static final String ASK =
      """
      insert into readmodel_pointer.generation
             (number, schema_name, state, compares, client, request_key, request_hash)
      select number, 'readmodel_' || number, 'building', :compares, :client, :key, :hash
        from (select max(number) + 1 as number from readmodel_pointer.generation) as next
          on conflict do nothing
      returning number
      """;

  /** A node that was killed and starts again need not wait for its own silence. */
  private static final String IS_FREE =
      "(claimed_until is null or claimed_until < clock_timestamp() or starts_with(builder, :node))";

  private static final String FREE =
      "select number, compares from readmodel_pointer.generation where " + MADE + " and " + IS_FREE;

  /** Whoever had it before and said nothing has failed. */
  private static final String CLAIM =
      """
      update readmodel_pointer.generation
         set failures = failures + case when builder is null then 0 else 1 end,
             builder = :builder,
             claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
       where number = :number and
      """
          + MADE
          + " and "
          + IS_FREE
          + " returning failures";

  private static final String TELL =
      """
      update readmodel_pointer.generation
         set state = :state, position = :position, goal = :goal, rate = :rate,
             claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
       where number = :number and builder = :builder and
      """
          + MADE;

  private static final String GIVE_BACK =
      """
      update readmodel_pointer.generation
         set builder = null, failure = :failure, failures = failures + :failures,
             claimed_until = clock_timestamp() + :pause * interval '1 millisecond'
       where number = :number and builder = :builder
      """;

  private static final String END =
      """
      update readmodel_pointer.generation
         set state = :state, failure = :failure, differences = :differences::jsonb, builder = null,
             claimed_until = null, ended_at = clock_timestamp(), drop_after = clock_timestamp()
       where number = :number and builder = :builder and
      """
          + MADE;

  private static final String SUPERSEDE =
      """
      update readmodel_pointer.generation
         set state = 'failed', failure = 'the read models were rebuilt by hand', builder = null,
             claimed_until = null, ended_at = clock_timestamp(), drop_after = clock_timestamp()
       where
      """
          + MADE;

  private final JdbcClient jdbc;
  private final String node;

  /**
   * @param node who looks; makes one generation at a time
   */
  RebuildTable(DataSource pointer, String node) {
    this.jdbc = JdbcClient.create(pointer);
    this.node = node + "/";
  }

  /** A name for one go of this node, which nobody had before. */
  String newBuilder() {
    return node + UUID.randomUUID();
  }

  /** A generation that waits for somebody to make it. */
  record Waiting(Generation generation, boolean compares) {}

  /** Empty while another one is being made. */
  Optional<Integer> ask(
      boolean compares, @Nullable String client, @Nullable String key, @Nullable String hash) {
    return jdbc.sql(ASK)
        .param("compares", compares)
        .param("client", client)
        .param("key", key)
        .param("hash", hash)
        .query(Integer.class)
        .optional();
  }

  Optional<Waiting> waiting() {
    return jdbc.sql(FREE)
        .param("node", node)
        .query(
            (row, number) ->
                new Waiting(new Generation(row.getInt("number")), row.getBoolean("compares")))
        .optional();
  }

  /** How many goes have failed, to the one who may have another; empty to others. */
  Optional<Integer> claim(Generation generation, String builder, Duration lease) {
    return jdbc.sql(CLAIM)
        .param("node", node)
        .param("number", generation.number())
        .param("builder", builder)
        .param("lease", lease.toMillis())
        .query(Integer.class)
        .optional();
  }

  /**
   * @param rate entries a second
   * @return false when it is somebody else's by now
   */
  boolean tell(
      Generation generation,
      String builder,
      Duration lease,
      String state,
      long position,
      long goal,
      @Nullable Double rate) {
    return jdbc.sql(TELL)
            .param("number", generation.number())
            .param("builder", builder)
            .param("lease", lease.toMillis())
            .param("state", state)
            .param("position", position)
            .param("goal", goal)
            .param("rate", rate)
            .update()
        == 1;
  }

  /**
   * Lets any node go on with it.
   *
   * @param failure why, none where nothing is wrong
   */
  void giveBack(Generation generation, String builder, @Nullable String failure, Duration pause) {
    jdbc.sql(GIVE_BACK)
        .param("number", generation.number())
        .param("builder", builder)
        .param("failure", failure)
        .param("failures", failure == null ? 0 : 1)
        .param("pause", pause.toMillis())
        .update();
  }

  /**
   * Nobody goes on with it.
   *
   * @param state {@code failed} or {@code compared}
   * @param differences what the comparison found, JSON
   */
  void end(
      Generation generation,
      String builder,
      String state,
      @Nullable String failure,
      @Nullable String differences) {
    jdbc.sql(END)
        .param("number", generation.number())
        .param("builder", builder)
        .param("state", state)
        .param("failure", failure)
        .param("differences", differences)
        .update();
  }

  /** Ends whatever is being made. */
  void supersede() {
    jdbc.sql(SUPERSEDE).update();
  }
}
