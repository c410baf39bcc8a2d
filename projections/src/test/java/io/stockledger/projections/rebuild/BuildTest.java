package io.stockledger.projections.rebuild;

import static io.stockledger.projections.testing.Story.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stockledger.projections.AllProjections;
import io.stockledger.projections.ReadModelSchema;
import io.stockledger.projections.generation.Generation;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.testing.ListedLedger;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who builds a schema, and who no longer does. */
class BuildTest {
  private static final String SCHEMA = "readmodel_2";
  private static final Duration HOUR = Duration.ofHours(1);

  private final ReadDatabase database = new ReadDatabase();
  private final ListedLedger ledger = new ListedLedger();
  private final Build.Tools tools =
      new Build.Tools(AllProjections::list, ledger, Node.TOKENS, InstantSource.system());

  @BeforeEach
  void eight_receipts() {
    Story story = new Story();
    for (int i = 0; i < 8; i++) {
      story.received(ITEM, 1);
    }
    ledger.append(story.events());
    ReadModelSchema.migrate(database.postgres().app(), SCHEMA);
  }

  @Test
  void another_builder_goes_on_where_one_stopped_and_that_one_can_write_no_more() throws Exception {
    try (Build first = build("first")) {
      first.foldUpTo(all(3), at -> {});
      assertThat(good()).isEqualTo(3);
      try (Build second = build("second")) {
        assertThat(second.position()).isEqualTo(3);
        assertThatThrownBy(() -> first.foldUpTo(all(5), at -> {}))
            .isInstanceOf(UnableToClaimTokenException.class);
        assertThat(good()).isEqualTo(3);
        assertThat(second.foldUpTo(all(8), at -> {})).isEqualTo(5);
        assertThat(good()).isEqualTo(8);
      }
    }
  }

  @Test
  void a_projection_that_is_not_named_stays_where_it_is() throws Exception {
    try (Build build = build("one")) {
      build.foldUpTo(Map.of("available", Reach.upTo(8)), at -> {});
      build.foldUpTo(Map.of("on-hand", Reach.upTo(2), "available", Reach.upTo(8)), at -> {});
    }
    assertThat(good()).isEqualTo(2);
    assertThat(positions())
        .containsEntry("available", 8L)
        .containsEntry("on-hand", 2L)
        .containsEntry("history", 0L);
  }

  @Test
  void a_generation_is_made_by_whoever_claims_it_first_until_that_one_falls_silent() {
    RebuildTable one = table("one");
    RebuildTable two = table("two");
    assertThat(one.ask(false, null, null, null)).contains(2);
    Generation generation = two.waiting().orElseThrow().generation();
    String first = one.newBuilder();
    assertThat(one.claim(generation, first, HOUR)).contains(0);
    assertThat(two.waiting()).isEmpty();
    assertThat(two.claim(generation, two.newBuilder(), HOUR)).isEmpty();
    database
        .jdbc()
        .update("update readmodel_pointer.generation set claimed_until = now() where number = 2");
    assertThat(two.claim(generation, two.newBuilder(), HOUR)).contains(1);
    assertThat(one.tell(generation, first, HOUR, "building", 1, 1, 1.0)).isFalse();
  }

  @Test
  void a_node_that_was_killed_goes_on_at_once_when_it_starts_again() {
    RebuildTable killed = table("one");
    killed.ask(false, null, null, null);
    Generation generation = killed.waiting().orElseThrow().generation();
    assertThat(killed.claim(generation, killed.newBuilder(), HOUR)).contains(0);
    assertThat(table("one-more").waiting()).isEmpty();
    assertThat(table("one").claim(generation, table("one").newBuilder(), HOUR)).contains(1);
  }

  private RebuildTable table(String node) {
    return new RebuildTable(database.postgres().app(), node);
  }

  private Build build(String builder) throws Exception {
    return Build.in(database.postgres().app(), SCHEMA, builder, 2, tools);
  }

  private static Map<String, Reach> all(long position) {
    return AllProjections.list().stream()
        .collect(Collectors.toMap(Projection::name, p -> Reach.upTo(position)));
  }

  private long good() {
    return database
        .jdbc()
        .query("select good from readmodel_2.on_hand", (row, n) -> row.getLong(1))
        .getFirst();
  }

  private Map<String, Long> positions() {
    return database
        .jdbc()
        .query(
            "select projection, max(position) as position from readmodel_2.progress group by 1",
            (row, n) -> Map.entry(row.getString(1), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
