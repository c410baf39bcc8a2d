package io.stockledger.projections;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.credential.CredentialEvent.CredentialIssued;
import io.stockledger.api.credential.CredentialEvent.CredentialRevoked;
import io.stockledger.api.credential.CredentialEvent.CredentialRotated;
import io.stockledger.api.credential.Role;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationExtended;
import io.stockledger.projections.running.Projection;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.stock.AvailableProjection;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Given events, then rows. */
class FoldingTest {
  private static final ItemId OTHER = new ItemId("L2", "85123A");

  private final ReadDatabase database = new ReadDatabase();

  private static Story worked() {
    return new Story()
        .registered("L1", "85123A")
        .received(ITEM, 12)
        .reserved(ITEM, "r1", 3, null)
        .reserved(ITEM, "r2", 1, START.plusSeconds(60))
        .setAside(ITEM, 3);
  }

  @Test
  void twelve_good_four_reserved_three_set_aside_leave_five() {
    database.fold(worked().events());

    assertThat(database.row("select * from on_hand"))
        .containsEntry("good", 12L)
        .containsEntry("version", 4L)
        .containsEntry("position", 6L);
    assertThat(database.row("select * from available"))
        .containsEntry("pending", 1L)
        .containsEntry("allocated", 3L)
        .containsEntry("set_aside", 3L);
    assertThat(database.row("select * from sellable"))
        .containsEntry("good", 12L)
        .containsEntry("reserved", 4L)
        .containsEntry("set_aside", 3L);
    assertThat(database.jdbc().queryForList("select good from history order by version"))
        .hasSize(4);
  }

  @Test
  void a_line_is_made_confirmed_picked_and_released() {
    Story story =
        new Story()
            .received(ITEM, 10)
            .reserved(ITEM, "r1", 6, START.plusSeconds(60))
            .due(null)
            .confirmed(ITEM, "r1", 6)
            .pickedFor(ITEM, "r1", 2)
            .released(ITEM, "r1", 4);
    database.fold(story.events());

    assertThat(database.row("select * from reservation"))
        .containsEntry("quantity", 6L)
        .containsEntry("open", 0L)
        .containsEntry("picked", 2L)
        .containsEntry("released", 4L)
        .containsEntry("withdrawn", 0L)
        .containsEntry("reason", "TEST")
        .containsEntry("expires_at", null)
        .containsEntry("made_version", 2L)
        .containsEntry("version", 5L);
    assertThat(database.row("select closed_at from reservation").get("closed_at")).isNotNull();
  }

  @Test
  void a_changed_reservation_releases_the_lines_that_it_does_not_name() {
    Story story = new Story().received(ITEM, 10).reserved(ITEM, "r1", 6, null);
    story.stock(
        new StockReservationChanged(
            story.entry(ITEM, Change.ofAllocated(-2)),
            "r1",
            List.of(new OpenLine("2", 4, null, null)),
            null,
            null));
    database.fold(story.events());

    assertThat(database.row("select * from reservation where line = '1'"))
        .containsEntry("open", 0L)
        .containsEntry("released", 6L)
        .containsEntry("withdrawn", 6L)
        .containsEntry("reason", null);
    assertThat(database.row("select * from reservation where line = '2'"))
        .containsEntry("open", 4L)
        .containsEntry("made_version", 3L);
  }

  @Test
  void an_extended_line_expires_later_and_an_expired_one_is_closed() {
    Story story = new Story().received(ITEM, 10).reserved(ITEM, "r1", 6, START.plusSeconds(60));
    story.due(START.plusSeconds(120));
    story.stock(
        new StockReservationExtended(story.entry(ITEM, Change.NONE), "r1", START.plusSeconds(120)));
    database.fold(story.events());
    assertThat(
            database
                .jdbc()
                .queryForObject(
                    "select expires_at = ?::timestamptz from reservation",
                    Boolean.class,
                    START.plusSeconds(120).toString()))
        .isTrue();

    story.due(null).at(START.plusSeconds(121)).expired(ITEM, "r1", 6, START.plusSeconds(120));
    database.fold(story.after(3));
    assertThat(database.row("select * from reservation"))
        .containsEntry("open", 0L)
        .containsEntry("expired", 6L)
        .containsEntry("reason", "EXPIRED");
    assertThat(database.row("select * from available"))
        .containsEntry("pending", 0L)
        .containsEntry("next_due", null);
  }

  @Test
  void a_late_count_does_not_become_the_last_one() {
    Story story =
        new Story()
            .received(ITEM, 10)
            .counted(ITEM, 9, 10, -1)
            .occurred(START.minusSeconds(3600))
            .counted(ITEM, 5, 0, 0);
    database.fold(story.events());

    assertThat(database.row("select last_count ->> 'version' as version from on_hand"))
        .containsEntry("version", "2");
  }

  @Test
  void a_rotated_key_passes_its_roles_on_and_ends_after_the_overlap() {
    Story story = new Story();
    String stream = "client:pos";
    story.add(
        stream,
        new CredentialIssued(
            "pos", "k1", "aa", List.of(Role.INTEGRATION), List.of(), null, START, START));
    story.add(
        stream,
        new CredentialRotated(
            "pos", "k2", "k1", START.plus(Duration.ofDays(1)), "bb", START, START));
    story.add(stream, new CredentialRevoked("pos", "k2", START, START));
    database.fold(story.events());

    assertThat(
            database.row("select *, roles::text as r from credential where credential_id = 'k1'"))
        .containsEntry("revoked_at", null)
        .hasEntrySatisfying("valid_until", until -> assertThat(until).isNotNull());
    assertThat(
            database.row("select *, roles::text as r from credential where credential_id = 'k2'"))
        .containsEntry("r", "[\"integration\"]")
        .containsEntry("secret_hash", "bb")
        .hasEntrySatisfying("revoked_at", at -> assertThat(at).isNotNull());
  }

  @Test
  void the_same_batch_twice_changes_nothing() {
    database.fold(worked().events());
    Map<String, List<String>> before = everything();

    database.fold(worked().events());

    assertThat(everything()).isEqualTo(before);
    assertThat(database.rows("parked")).isEmpty();
  }

  @Test
  void an_old_batch_does_not_take_a_row_back() {
    Story story = worked().received(ITEM, 1);
    database.fold(story.events());
    Map<String, List<String>> before = everything();

    database.fold(story.events().subList(2, 4));

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void rows_do_not_depend_on_how_events_are_cut_into_batches() {
    Story story = worked().pickedFor(ITEM, "r1", 2).received(OTHER, 4);
    database.fold(story.events());
    ReadDatabase oneByOne = new ReadDatabase();
    story.events().forEach(event -> oneByOne.fold(List.of(event)));

    for (String table : tables()) {
      assertThat(oneByOne.rows(table)).as(table).isEqualTo(database.rows(table)).isNotNull();
    }
  }

  @Test
  void an_entry_that_cannot_be_folded_parks_its_stream_and_others_go_on() {
    Story story = new Story().received(ITEM, 2);
    Change impossible = Change.of(Condition.GOOD, -5);
    story.stock(new StockReceived(story.entry(ITEM, impossible), Condition.GOOD, 1));
    story.received(ITEM, 3).received(OTHER, 4);
    database.fold(story.events());
    story.received(ITEM, 3).received(OTHER, 4);
    database.fold(story.after(4));

    assertThat(database.row("select * from on_hand where location = 'L1'"))
        .containsEntry("good", 2L)
        .containsEntry("version", 1L);
    assertThat(database.row("select * from on_hand where location = 'L2'"))
        .containsEntry("good", 8L);
    assertThat(database.row("select * from parked where projection = 'on-hand'"))
        .containsEntry("stream", ITEM.stream())
        .containsEntry("version", 2L)
        .containsEntry("position", 2L);
  }

  @Test
  void an_entry_that_the_database_refuses_parks_its_stream_as_well() {
    Projection projection = new AvailableProjection();
    Story story = new Story().received(ITEM, 2).reserved(ITEM, "r\0", 1, null).received(OTHER, 4);
    database.fold(projection, story.events());

    assertThat(database.row("select * from available where location = 'L1'"))
        .containsEntry("version", 1L);
    assertThat(database.row("select * from available where location = 'L2'"))
        .containsEntry("version", 1L);
    assertThat(database.rows("parked")).hasSize(1);
  }

  @Test
  void a_missing_entry_parks_the_stream_rather_than_making_a_wrong_row() {
    Story story = new Story().received(ITEM, 2).received(ITEM, 3).received(ITEM, 4);
    List<RecordedEvent> gap = new ArrayList<>(story.events());
    gap.remove(1);
    database.fold(gap);

    assertThat(database.row("select * from on_hand")).containsEntry("good", 2L);
    assertThat(database.rows("parked")).isNotEmpty();
  }

  private Map<String, List<String>> everything() {
    Map<String, List<String>> rows = new TreeMap<>();
    tables().forEach(table -> rows.put(table, database.rows(table)));
    return rows;
  }

  private static List<String> tables() {
    return AllProjections.list().stream().flatMap(p -> p.tables().stream()).toList();
  }
}
