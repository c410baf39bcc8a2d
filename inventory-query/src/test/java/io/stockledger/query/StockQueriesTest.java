package io.stockledger.query;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.channel.OfferLine;
import io.stockledger.api.channel.SellableQuery.FindSellable;
import io.stockledger.api.channel.SellableQuery.FindSellableOfMany;
import io.stockledger.api.channel.SellableView;
import io.stockledger.api.reservation.ReservationCard;
import io.stockledger.api.reservation.ReservationQuery.FindReservation;
import io.stockledger.api.reservation.ReservationQuery.ListReservations;
import io.stockledger.api.reservation.ReservationState;
import io.stockledger.api.stock.AvailableView.AvailableItem;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.OnHandView;
import io.stockledger.api.stock.OnHandView.OnHandItem;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockQuery.FindStock;
import io.stockledger.api.stock.StockQuery.ItemFilter;
import io.stockledger.api.stock.StockQuery.ListAvailable;
import io.stockledger.api.stock.StockQuery.ListOnHand;
import io.stockledger.api.stock.StockQuery.TotalAvailable;
import io.stockledger.api.stock.StockQuery.TotalOnHand;
import io.stockledger.api.stock.StockView;
import io.stockledger.api.stock.StockView.OpenReservation;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is there, promised and sellable now. */
class StockQueriesTest {
  private static final ItemId OTHER = new ItemId("L2", "85123A");
  private static final ItemId THIRD = new ItemId("L1", "22423");
  private static final Instant DUE = START.plusSeconds(60);

  private final ReadDatabase database = new ReadDatabase();
  private final Asking asking = new Asking(database, START.plusSeconds(1));

  private static Story worked() {
    return new Story()
        .registered("L1", "85123A")
        .received(ITEM, 12)
        .reserved(ITEM, "r1", 3, null)
        .reserved(ITEM, "r2", 1, DUE)
        .setAside(ITEM, 3);
  }

  @Test
  void the_card_has_all_figures_and_where_it_is() {
    database.fold(worked().events());

    StockView card = (StockView) asking.view(new FindStock(ITEM));

    assertThat(card.figures().available()).isEqualTo(5);
    assertThat(card.figures().reserved()).isEqualTo(4);
    assertThat(card.version()).isEqualTo(4);
    assertThat(card.position()).isEqualTo(6);
    assertThat(card.asOf()).isEqualTo(START.plusSeconds(1));
    assertThat(card.openReservations()).isEqualTo(2);
    assertThat(card.reservations())
        .extracting(OpenReservation::reservationId)
        .containsExactly("r1", "r2");
  }

  @Test
  void from_its_second_of_expiry_a_reservation_counts_in_no_read() {
    database.fold(worked().events());
    StockView before = (StockView) asking.at(DUE.minusMillis(1)).view(new FindStock(ITEM));
    StockView after = (StockView) asking.at(DUE).view(new FindStock(ITEM));

    assertThat(before.figures().pending()).isEqualTo(1);
    assertThat(after.figures().pending()).isZero();
    assertThat(after.figures().available()).isEqualTo(6);
    assertThat(after.openReservations()).isEqualTo(1);
    assertThat(after.version()).isEqualTo(before.version());
    assertThat(after.stamp()).isNotEqualTo(before.stamp());
    assertThat(available()).containsExactly(6L);
    assertThat(asking.view(new TotalAvailable(ItemFilter.ALL, Page.FIRST)).items())
        .singleElement()
        .satisfies(total -> assertThat(total.available()).isEqualTo(6));
    SellableView sellable = asking.view(new FindSellable("default", "85123A", "L1"));
    assertThat(sellable.sellable()).isEqualTo(6);
    assertThat(state("r2")).isEqualTo(ReservationState.EXPIRED);
  }

  @Test
  void units_cover_what_is_set_aside_and_then_promises_in_the_order_they_were_made() {
    Story story =
        new Story()
            .received(ITEM, 10)
            .reserved(ITEM, "z-first", 4, null)
            .setAside(ITEM, 2)
            .reserved(ITEM, "a-second", 4, null)
            .counted(ITEM, 7, 10, -3);
    database.fold(story.events());

    StockView card = (StockView) asking.view(new FindStock(ITEM));
    assertThat(card.reservations())
        .extracting(OpenReservation::reservationId, OpenReservation::uncovered)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("z-first", 0L),
            org.assertj.core.groups.Tuple.tuple("a-second", 3L));
  }

  @Test
  void unknown_things_say_which_of_them_is_unknown() {
    database.fold(worked().events());

    assertThat(unknown("L9", "85123A")).isEqualTo("unknown-location");
    assertThat(unknown("L1", "nope")).isEqualTo("unknown-sku");
    database.fold(worked().registered("L2", "22423").after(6));
    assertThat(unknown("L2", "85123A")).isEqualTo("unknown-item");
  }

  @Test
  void a_parked_item_is_not_answered_with_old_figures() {
    Story story = new Story().received(ITEM, 2);
    story.stock(
        new StockReceived(story.entry(ITEM, Change.of(Condition.GOOD, -5)), Condition.GOOD, 1));
    database.fold(story.events());

    assertThat(asking.ask(new FindStock(ITEM)))
        .isEqualTo(new Answer.Parked("available", ITEM.stream(), 2));
    assertThat(asking.ask(new FindSellable("default", "85123A", null)))
        .isInstanceOf(Answer.Parked.class);
    assertThat(
            asking
                .view(new FindSellableOfMany("default", List.of("85123A"), List.of("L1")))
                .items())
        .extracting(OfferLine::unknown)
        .containsExactly("projection-behind");
  }

  @Test
  void a_list_goes_on_behind_its_cursor_whatever_came_in_between() {
    Story story = new Story().received(ITEM, 1).received(OTHER, 2).received(THIRD, 3);
    database.fold(story.events());

    OnHandView first = asking.view(new ListOnHand(ItemFilter.ALL, new Page(2, null)));
    assertThat(items(first)).containsExactly("L1/22423", "L1/85123A");
    story.received(new ItemId("L1", "00000"), 1).received(new ItemId("L3", "1"), 1);
    database.fold(story.after(3));
    OnHandView second = asking.view(new ListOnHand(ItemFilter.ALL, new Page(2, first.next())));

    assertThat(items(second)).containsExactly("L2/85123A", "L3/1");
    assertThat(second.next()).isNull();
    assertThat(asking.ask(new ListOnHand(ItemFilter.ALL, new Page(2, "~~"))))
        .isInstanceOf(Answer.UnknownCursor.class);
  }

  @Test
  void a_list_is_filtered_by_place_sku_and_change() {
    database.fold(new Story().received(ITEM, 1).received(OTHER, 2).received(THIRD, 3).events());

    assertThat(onHand(new ItemFilter(List.of("L1"), List.of(), null)))
        .containsExactly("L1/22423", "L1/85123A");
    assertThat(onHand(new ItemFilter(List.of(), List.of("85123A", "22423"), 1L)))
        .containsExactly("L1/22423", "L2/85123A");
    assertThat(onHand(new ItemFilter(List.of(), List.of(), 3L))).isEmpty();
    assertThat(
            asking
                .view(new ListOnHand(new ItemFilter(List.of("L9"), List.of(), null), Page.FIRST))
                .position())
        .isEqualTo(3);
  }

  @Test
  void totals_add_up_the_places_of_a_sku() {
    database.fold(new Story().received(ITEM, 1).received(OTHER, 2).received(THIRD, 3).events());

    assertThat(asking.view(new TotalOnHand(ItemFilter.ALL, Page.FIRST)).items())
        .extracting(total -> total.sku() + " " + total.good() + " at " + total.locations())
        .containsExactly("22423 3 at 1", "85123A 3 at 2");
  }

  @Test
  void a_channel_offers_the_sum_of_its_places_and_unknown_ones_have_their_own_line() {
    database.fold(worked().registered("L2", "22423").received(OTHER, 2).events());

    SellableView view = asking.view(new FindSellable("default", "85123A", null));
    assertThat(view.sellable()).isEqualTo(7);
    assertThat(view.locations()).hasSize(2);
    assertThat(
            asking
                .view(
                    new FindSellableOfMany(
                        "default", List.of("85123A", "22423", "nope"), List.of("L1", "L9")))
                .items())
        .extracting(
            line ->
                line.sku() + "@" + line.location() + " " + line.sellable() + " " + line.unknown())
        .containsExactly(
            "85123A@L1 5 null",
            "85123A@L9 null unknown-location",
            "22423@L1 null unknown-item",
            "22423@L9 null unknown-location",
            "nope@L1 null unknown-sku",
            "nope@L9 null unknown-location");
    assertThat(
            asking
                .view(new FindSellableOfMany("default", List.of("85123A", "nope"), List.of()))
                .items())
        .extracting(OfferLine::sellable)
        .containsExactly(7L, null);
    assertThat(asking.ask(new FindSellable("shop", "85123A", null)))
        .isInstanceOfSatisfying(
            Answer.Unknown.class, u -> assertThat(u.type()).isEqualTo("unknown-channel"));
  }

  @Test
  void reservations_are_found_by_document_place_state_and_expiry() {
    database.fold(worked().reserved(OTHER, "r1", 2, null).events());

    assertThat(reservations("4711", null, null, null)).containsExactly("r1", "r2");
    assertThat(reservations("none", null, null, null)).isEmpty();
    assertThat(reservations(null, "L2", null, null)).containsExactly("r1");
    assertThat(reservations(null, null, ReservationState.PENDING, null)).containsExactly("r2");
    assertThat(reservations(null, null, ReservationState.ALLOCATED, null)).containsExactly("r1");
    assertThat(reservations(null, null, null, DUE.plusSeconds(1))).containsExactly("r2");
    assertThat(reservations(null, null, null, DUE)).isEmpty();
    asking.at(DUE);
    assertThat(reservations(null, null, ReservationState.EXPIRED, null)).containsExactly("r2");
    assertThat(reservations(null, null, ReservationState.PENDING, null)).isEmpty();
    assertThat(asking.view(new FindReservation("r1")).reservation().lines()).hasSize(2);
    assertThat(asking.ask(new FindReservation("r9"))).isInstanceOf(Answer.Unknown.class);
  }

  private ReservationState state(String id) {
    return asking.view(new FindReservation(id)).reservation().state();
  }

  private List<String> reservations(
      @Nullable String reference,
      @Nullable String location,
      @Nullable ReservationState state,
      @Nullable Instant before) {
    ListReservations query =
        new ListReservations(null, reference, location, null, state, before, Page.FIRST);
    return asking.view(query).items().stream().map(ReservationCard::reservationId).toList();
  }

  private List<Long> available() {
    return asking.view(new ListAvailable(ItemFilter.ALL, Page.FIRST)).items().stream()
        .map(AvailableItem::available)
        .toList();
  }

  private List<String> onHand(ItemFilter filter) {
    return items(asking.view(new ListOnHand(filter, Page.FIRST)));
  }

  private static List<String> items(OnHandView view) {
    return view.items().stream().map(StockQueriesTest::name).toList();
  }

  private static String name(OnHandItem item) {
    return item.location() + "/" + item.sku();
  }

  private String unknown(String location, String sku) {
    return asking.ask(new FindStock(new ItemId(location, sku))) instanceof Answer.Unknown unknown
        ? unknown.type()
        : "known";
  }
}
