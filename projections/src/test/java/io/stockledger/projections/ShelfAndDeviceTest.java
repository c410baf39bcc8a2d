package io.stockledger.projections;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.device.DeviceCommand;
import io.stockledger.api.device.DeviceEvent;
import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.api.device.DeviceEvent.DeviceHeard;
import io.stockledger.api.device.DeviceEvent.DeviceLineSettled;
import io.stockledger.api.device.DeviceEvent.DeviceLineWaiting;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.projections.running.RecordedEvent;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Given entries about discrepancies and devices, then rows. */
class ShelfAndDeviceTest {
  private final ReadDatabase database = new ReadDatabase();

  private static Story disagreeing() {
    Story story = new Story().registered("L1", "85123A").received(ITEM, 12);
    story.stock(opened(story, "f1", null));
    story.stock(opened(story, "f2", 2L));
    story.stock(new StockDiscrepancyExplained(story.entry(ITEM, Change.NONE), "f1", true));
    story.stock(new StockDiscrepancyExplained(story.entry(ITEM, Change.NONE), "f2", false));
    return story.stock(new StockDiscrepancyClosed(story.entry(ITEM, Change.NONE), "f2"));
  }

  private static StockDiscrepancyOpened opened(Story story, String id, @Nullable Long missing) {
    return new StockDiscrepancyOpened(
        story.entry(ITEM, Change.NONE), id, "flagged", Condition.GOOD, null, null, missing);
  }

  private static DeviceLine line(long sequence) {
    return new DeviceLine(
        sequence,
        DeviceLineType.RECEIVE,
        "L1",
        "85123A",
        1L,
        Condition.GOOD,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        START,
        null,
        null,
        null,
        false);
  }

  private static DeviceLineSettled settled(long sequence, boolean late) {
    return new DeviceLineSettled(
        "D1",
        sequence,
        line(sequence).hash(),
        LineOutcome.APPLIED,
        DeviceLineType.RECEIVE,
        "L1",
        "85123A",
        null,
        sequence,
        null,
        late,
        null,
        null,
        START,
        START);
  }

  private static Story delivered() {
    Story story = new Story();
    List<DeviceEvent> events =
        List.of(
            new DeviceHeard("D1", START, 40L, 2, START, START),
            settled(1, false),
            new DeviceLineWaiting("D1", line(4), line(4).hash(), START),
            new DeviceSequenceReused("D1", "other", line(1), START, START),
            new DeviceHeard("D1", null, null, 1, START, START),
            new DeviceLineWaiting("D1", line(9), line(9).hash(), START),
            new DeviceGapPassed("D1", 2, 3, START, START),
            settled(4, false),
            settled(3, true));
    events.forEach(event -> story.add(DeviceCommand.stream("D1"), event));
    return story;
  }

  @Test
  void a_discrepancy_is_open_until_it_is_closed() {
    database.fold(disagreeing().events());
    assertThat(database.row("select * from discrepancy where discrepancy_id = 'f1'"))
        .containsEntry("awaits_approval", true)
        .containsEntry("missing", null)
        .containsEntry("closed_at", null);
    assertThat(database.row("select * from discrepancy where discrepancy_id = 'f2'"))
        .containsEntry("missing", 2L)
        .containsEntry("reason", "TEST")
        .containsEntry("flagged_position", 5L)
        .containsEntry("version", 6L);
    assertThat(database.row("select open_discrepancies from available"))
        .isEqualTo(Map.of("open_discrepancies", 1L));
  }

  @Test
  void a_device_expects_what_is_next_and_its_lines_come_to_their_outcomes() {
    database.fold(delivered().events());
    assertThat(database.row("select * from device"))
        .containsEntry("next", 5L)
        .containsEntry("skew_millis", 40L)
        .containsEntry("version", 9L);
    assertThat(
            database
                .jdbc()
                .queryForList(
                    "select outcome from device_line order by sequence, hash = 'other'",
                    String.class))
        .containsExactly("applied", "reused", "applied", "applied", "waiting");
    assertThat(database.row("select * from device_gap"))
        .containsEntry("from_sequence", 2L)
        .containsEntry("to_sequence", 3L);
  }

  @Test
  void rows_do_not_depend_on_how_often_and_in_which_parts_entries_come() {
    for (Story story : List.of(disagreeing(), delivered())) {
      ReadDatabase other = new ReadDatabase();
      ReadDatabase whole = new ReadDatabase();
      whole.fold(story.events());
      for (RecordedEvent event : story.events()) {
        other.fold(List.of(event));
        other.fold(List.of(event));
      }
      other.fold(story.events().subList(2, 5));
      for (String table : List.of("discrepancy", "device", "device_line", "device_gap")) {
        assertThat(other.rows(table)).as(table).isEqualTo(whole.rows(table));
      }
    }
  }
}
