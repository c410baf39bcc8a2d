package io.stockledger.server.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class JudgementTest {
  private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
  private static final Item ITEM = new Item("L", "S");

  private final Journal journal = new Journal();

  @Test
  void a_promise_of_units_that_are_not_there_is_found_by_the_model_alone() {
    note(1, new Deed.Moved(Shelf.GOOD, 3), new Standing(3, 0, 0, 0, 0, 0, 0, 0, 0));
    note(2, new Deed.Promised("r", "1", 5, null), new Standing(3, 0, 0, 0, 0, 5, 0, 0, 0));

    Judgement judgement = new Judgement(journal);

    assertThat(judgement.unitsPromisedThatWereNotThere()).isEqualTo(2);
    assertThat(judgement.answersThatDiffer()).isZero();
  }

  @Test
  void what_a_count_uncovers_is_no_broken_promise_and_is_shown_apart() {
    note(1, new Deed.Moved(Shelf.GOOD, 5), new Standing(5, 0, 0, 0, 0, 0, 0, 0, 0));
    note(2, new Deed.Promised("r", "1", 5, null), new Standing(5, 0, 0, 0, 0, 5, 0, 0, 0));
    note(3, new Deed.Counted(Map.of(Shelf.GOOD, 4L)), new Standing(4, 0, 0, 0, 0, 5, 0, 0, 0));

    Judgement judgement = new Judgement(journal);

    assertThat(judgement.unitsPromisedThatWereNotThere()).isZero();
    assertThat(judgement.uncoveredBy()).containsExactly(Map.entry("counts", 1L));
  }

  @Test
  void an_answer_that_says_otherwise_than_the_model_is_a_difference() {
    note(1, new Deed.Moved(Shelf.GOOD, 5), new Standing(6, 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(new Judgement(journal).answersThatDiffer()).isEqualTo(1);
  }

  @Test
  void a_version_that_two_commands_wrote_is_doubled() {
    note(1, new Deed.Moved(Shelf.GOOD, 5), new Standing(5, 0, 0, 0, 0, 0, 0, 0, 0));
    note(1, new Deed.Moved(Shelf.GOOD, 5), new Standing(5, 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(new Judgement(journal).doubled()).isEqualTo(1);
  }

  @Test
  void facts_are_told_in_the_order_of_their_versions() {
    note(2, new Deed.Sold(5), new Standing(0, 0, 0, 0, 0, 0, 0, 0, 0));
    note(1, new Deed.Moved(Shelf.GOOD, 5), new Standing(5, 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(new Judgement(journal).answersThatDiffer()).isZero();
  }

  @Test
  void what_ran_low_stays_low_until_there_is_enough_again() {
    Threshold threshold = new Threshold(2, 5);
    note(1, new Deed.Moved(Shelf.GOOD, 6), new Standing(6, 0, 0, 0, 0, 0, 0, 0, 0));
    note(2, new Deed.Taken(4), new Standing(2, 0, 0, 0, 0, 0, 0, 0, 0));
    note(3, new Deed.Moved(Shelf.GOOD, 2), new Standing(4, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(new Judgement(journal, item -> threshold).wasLow(ITEM)).isTrue();

    note(4, new Deed.Moved(Shelf.GOOD, 1), new Standing(5, 0, 0, 0, 0, 0, 0, 0, 0));
    note(5, new Deed.Taken(2), new Standing(3, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(new Judgement(journal, item -> threshold).wasLow(ITEM)).isFalse();
  }

  private void note(long version, Deed deed, Standing answered) {
    ObjectNode entry = JsonMapper.shared().createObjectNode();
    entry.put("version", version).put("recordedAt", NINE.plusSeconds(version).toString());
    entry.putArray("events").add("an.event");
    entry.putObject("figures").put("good", answered.good()).put("allocated", answered.allocated());
    journal.note(ITEM, NINE.plusSeconds(version), deed, entry);
  }
}
