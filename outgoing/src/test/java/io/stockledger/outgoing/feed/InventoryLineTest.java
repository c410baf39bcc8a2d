package io.stockledger.outgoing.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.Offered;
import io.stockledger.api.stock.ItemId;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InventoryLineTest {
  /** The table of docs/operations.md: state, word, and the quantity where 7 is told. */
  private static final String TABLE =
      """
      IN_STOCK                    | in stock             | 7
      ONLY_N_LEFT                 | limited availability | 7
      LAST_ITEM                   | limited availability | 7
      LIMITED_AVAILABILITY        | limited availability | 7
      SYNCING                     | limited availability | 7
      PICKUP_VALIDATION_PENDING   | limited availability | 7
      STORE_CONFIRMATION_REQUIRED | limited availability | 7
      ON_BACKORDER                | on display to order  | -
      PRE_ORDER                   | on display to order  | -
      OUT_OF_STOCK                | out of stock         | 0
      AVAILABLE_NEARBY            | out of stock         | 0
      TEMPORARILY_UNAVAILABLE     | out of stock         | 0
      NOT_EXPOSED                 | out of stock         | 0
      """;

  private static final FeedChannel CHANNEL = new FeedChannel("web", Map.of("L1", "Vienna 1"), 1);

  private static InventoryLine line(Offered offered) {
    return InventoryLine.of(CHANNEL, new ItemId("L1", "S1"), offered);
  }

  @Test
  void each_state_is_one_of_the_four_words() {
    Map<OfferState, String> said = new EnumMap<>(OfferState.class);
    for (OfferState state : OfferState.values()) {
      InventoryLine line = line(new Offered(state, 7L, null, null, true));
      said.put(
          state,
          line.availability().word()
              + " | "
              + (line.quantity() == null ? "-" : line.quantity().toString()));
    }
    Map<OfferState, String> expected = new EnumMap<>(OfferState.class);
    TABLE
        .lines()
        .map(row -> row.split(" *\\| *", -1))
        .forEach(row -> expected.put(OfferState.valueOf(row[0]), row[1] + " | " + row[2]));
    assertThat(said).isEqualTo(expected);
  }

  @Test
  void without_a_figure_there_is_no_quantity_but_none() {
    assertThat(line(new Offered(OfferState.IN_STOCK, null, null, null, true)).quantity()).isNull();
    assertThat(line(new Offered(OfferState.OUT_OF_STOCK, null, null, null, false)).quantity())
        .isZero();
  }

  @Test
  void what_is_left_is_what_stands_there_whatever_may_be_ordered_on_top() {
    Offered offered = new Offered(OfferState.ONLY_N_LEFT, 12L, 2L, null, true);
    assertThat(line(offered).quantity()).isEqualTo(2);
  }

  @Test
  void nobody_fetches_what_is_out_of_stock() {
    assertThat(line(new Offered(OfferState.IN_STOCK, 3L, null, null, true)).pickup()).isTrue();
    assertThat(line(new Offered(OfferState.OUT_OF_STOCK, 0L, null, null, true)).pickup()).isFalse();
  }

  @Test
  void a_location_is_called_by_its_store_code_or_else_by_its_id() {
    Offered offered = new Offered(OfferState.IN_STOCK, 3L, null, null, true);
    assertThat(line(offered).storeCode()).isEqualTo("Vienna 1");
    assertThat(InventoryLine.of(CHANNEL, new ItemId("L2", "S1"), offered).storeCode())
        .isEqualTo("L2");
  }

  @Test
  void a_location_whose_name_would_be_that_of_another_has_none() {
    FeedChannel channel =
        new FeedChannel("web", Map.of("L1", "L2", "L3", "7", "L4", "7", "L5", "L6", "L6", "L5"), 1);
    assertThat(channel.storeCode("L1")).isEqualTo("L2");
    assertThat(channel.storeCode("L2")).as("called by its id, the code of L1").isNull();
    assertThat(channel.storeCode("L3")).isNull();
    assertThat(channel.storeCode("L4")).isNull();
    assertThat(channel.storeCode("L5")).as("exchanged").isEqualTo("L6");
    assertThat(channel.storeCode("L7")).isEqualTo("L7");
  }
}
