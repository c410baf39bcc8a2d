package io.stockledger.query;

import static io.stockledger.projections.testing.Story.ITEM;
import static io.stockledger.projections.testing.Story.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.Answer;
import io.stockledger.api.Page;
import io.stockledger.api.audit.AsOccurredView.ItemAsOccurred;
import io.stockledger.api.audit.AsOfView.ItemAsOf;
import io.stockledger.api.audit.HistoryQuery.FindAsOccurred;
import io.stockledger.api.audit.HistoryQuery.FindAsRecorded;
import io.stockledger.api.audit.HistoryQuery.FindAtVersion;
import io.stockledger.api.audit.HistoryQuery.FindHistory;
import io.stockledger.api.audit.HistoryQuery.ListAsOccurred;
import io.stockledger.api.audit.HistoryQuery.ListAsRecorded;
import io.stockledger.api.audit.HistoryView;
import io.stockledger.api.audit.HistoryView.HistoryEntry;
import io.stockledger.api.audit.LedgerView;
import io.stockledger.api.audit.LedgerView.LedgerEntry;
import io.stockledger.api.audit.ReadLedger;
import io.stockledger.api.credential.CredentialEvent.CredentialIssued;
import io.stockledger.api.credential.CredentialQuery.FindCredential;
import io.stockledger.api.credential.CredentialQuery.ListCredentials;
import io.stockledger.api.credential.CredentialSecretView;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import io.stockledger.api.location.LocationQuery.FindLocation;
import io.stockledger.api.location.LocationQuery.ListLocations;
import io.stockledger.api.location.LocationQuery.LocationFilter;
import io.stockledger.api.product.ProductQuery.FindProduct;
import io.stockledger.api.product.ProductQuery.ListProducts;
import io.stockledger.api.product.ProductQuery.ProductFilter;
import io.stockledger.api.projection.FindProjections;
import io.stockledger.projections.AllProjections;
import io.stockledger.projections.testing.ReadDatabase;
import io.stockledger.projections.testing.Story;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The past, the registry, keys and the state of the read side. */
class AuditQueriesTest {
  private static final Instant DUE = START.plusSeconds(60);

  private final ReadDatabase database = new ReadDatabase();
  private final Asking asking = new Asking(database, START.plusSeconds(1));

  private static Story story() {
    return new Story()
        .registered("L1", "85123A")
        .received(ITEM, 12)
        .at(START.plusSeconds(10))
        .reserved(ITEM, "r1", 4, DUE)
        .at(START.plusSeconds(20))
        .picked(ITEM, 2)
        .at(START.plusSeconds(100))
        .due(null)
        .expired(ITEM, "r1", 4, DUE);
  }

  @Test
  void history_says_who_why_and_the_figures_after_each_entry() {
    database.fold(story().events());

    HistoryView view = asking.view(history(null, null, null, Page.FIRST));

    assertThat(view.items()).extracting(HistoryEntry::version).containsExactly(1L, 2L, 3L, 4L);
    HistoryEntry reserved = view.items().get(1);
    assertThat(reserved.client()).isEqualTo("pos");
    assertThat(reserved.key()).isEqualTo("k4");
    assertThat(reserved.figures().available()).isEqualTo(8);
    assertThat(reserved.nextDue()).isEqualTo(DUE);
    assertThat(reserved.detail()).containsEntry("expiresAt", DUE.toString());
    assertThat(reserved.change().pending()).isEqualTo(4);
  }

  @Test
  void history_is_filtered_and_paged_by_version() {
    database.fold(story().events());

    assertThat(versions(history(null, "stock.picked", null, Page.FIRST))).containsExactly(3L);
    assertThat(versions(history(2L, null, null, Page.FIRST))).containsExactly(3L, 4L);
    assertThat(versions(history(null, null, "pos-1", Page.FIRST))).hasSize(4);
    assertThat(versions(history(null, null, "nobody", Page.FIRST))).isEmpty();
    HistoryView first = asking.view(history(null, null, null, new Page(3, null)));
    assertThat(versions(history(null, null, null, new Page(3, first.next())))).containsExactly(4L);
  }

  @Test
  void as_recorded_applies_an_expiry_between_its_moment_and_its_record() {
    database.fold(story().events());

    assertThat(asRecorded(START.minusSeconds(1)).version()).isZero();
    assertThat(asRecorded(START).figures().good()).isEqualTo(12);
    assertThat(asRecorded(DUE.minusMillis(1)).figures().pending()).isEqualTo(4);
    assertThat(asRecorded(DUE).figures().pending()).isZero();
    assertThat(asRecorded(DUE).version()).isEqualTo(3);
    assertThat(asRecorded(START.plusSeconds(200)).version()).isEqualTo(4);
  }

  @Test
  void as_recorded_takes_off_only_what_was_still_open_of_the_line() {
    Story story =
        new Story()
            .registered("L1", "85123A")
            .received(ITEM, 12)
            .reserved(ITEM, "r1", 4, DUE)
            .reserved(ITEM, "r2", 3, DUE.plusSeconds(100))
            .due(DUE.plusSeconds(100))
            .confirmed(ITEM, "r1", 4)
            .due(DUE)
            .reserved(ITEM, "r3", 2, DUE);
    database.fold(story.events());

    ItemAsOf item = asRecorded(DUE);

    assertThat(item.figures().pending()).isEqualTo(3);
    assertThat(item.figures().allocated()).isEqualTo(4);
  }

  @Test
  void as_of_a_version_there_never_was_is_unknown() {
    database.fold(story().events());

    assertThat(asking.view(new FindAtVersion(ITEM, 2)).item().figures().pending()).isEqualTo(4);
    assertThat(asking.ask(new FindAtVersion(ITEM, 9)))
        .isInstanceOfSatisfying(
            Answer.Unknown.class, u -> assertThat(u.type()).isEqualTo("unknown-entry"));
  }

  @Test
  void as_occurred_starts_at_the_last_count_and_adds_what_moved_after_it() {
    Story story =
        new Story()
            .registered("L1", "85123A")
            .received(ITEM, 12)
            .at(START.plusSeconds(100))
            .occurred(START.plusSeconds(50))
            .counted(ITEM, 10, 12, -2)
            .occurred(START.plusSeconds(70))
            .picked(ITEM, 3);
    database.fold(story.events());

    assertThat(asOccurred(START.plusSeconds(49)).good()).isEqualTo(12);
    assertThat(asOccurred(START.plusSeconds(50)).good()).isEqualTo(10);
    assertThat(asOccurred(START.plusSeconds(70)).good()).isEqualTo(7);
    assertThat(asOccurred(START.minusSeconds(1)).onHand()).isZero();
  }

  @Test
  void late_facts_that_contradict_each_other_show_the_signed_figure() {
    Story story =
        new Story()
            .registered("L1", "85123A")
            .received(ITEM, 5)
            .occurred(START.minusSeconds(60))
            .picked(ITEM, 2);
    database.fold(story.events());

    ItemAsOccurred before = asOccurred(START.minusSeconds(30));
    assertThat(before.good()).isEqualTo(-2);
    assertThat(before.contradiction()).isTrue();
    assertThat(asOccurred(START).contradiction()).isNull();
  }

  @Test
  void a_location_as_of_a_moment_lists_the_items_that_were_there() {
    database.fold(story().at(START.plusSeconds(500)).received(other(), 7).events());

    assertThat(asking.view(new ListAsRecorded("L1", START.plusSeconds(200), Page.FIRST)).items())
        .extracting(ItemAsOf::sku)
        .containsExactly("85123A");
    assertThat(asking.view(new ListAsOccurred("L1", START.plusSeconds(500), Page.FIRST)).items())
        .extracting(ItemAsOccurred::onHand)
        .containsExactly(7L, 10L);
    assertThat(asking.ask(new ListAsRecorded("L9", START, Page.FIRST)))
        .isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void the_registry_is_listed_and_found() {
    database.fold(story().registered("L2", "22423").events());

    assertThat(asking.view(new FindLocation("L2")).location().timeZone())
        .isEqualTo("Europe/Berlin");
    assertThat(asking.view(new ListLocations(LocationFilter.ALL, Page.FIRST)).items()).hasSize(2);
    assertThat(asking.view(new FindProduct("22423")).product().baseUnit()).isEqualTo("piece");
    assertThat(asking.view(new ListProducts(ProductFilter.ALL, new Page(1, null))).next())
        .isNotNull();
    assertThat(asking.ask(new FindLocation("L9"))).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void the_hash_of_a_secret_is_for_authentication_only() {
    Story story = new Story();
    story.add(
        "client:pos",
        new CredentialIssued(
            "pos",
            "k1",
            "abcdef",
            List.of(Role.MANAGER),
            List.of(Right.BACKDATE),
            null,
            START,
            START));
    database.fold(story.events());

    CredentialSecretView secret = asking.view(new FindCredential("k1"));
    assertThat(secret.secretHash()).isEqualTo("abcdef");
    assertThat(secret.credential().isValidAt(START)).isTrue();
    assertThat(JsonMapper.shared().writeValueAsString(secret))
        .doesNotContain("abcdef")
        .doesNotContain("stamp");
    assertThat(asking.view(new ListCredentials("pos", Page.FIRST)).items())
        .singleElement()
        .satisfies(card -> assertThat(card.rights()).containsExactly(Right.BACKDATE));
    assertThat(asking.view(new ListCredentials("other", Page.FIRST)).items()).isEmpty();
  }

  @Test
  void the_feed_gives_the_stored_bytes_in_order_of_position() {
    database
        .postgres()
        .runAs(
            "ledger_owner",
            """
            insert into ledger.event select n, 'stock:L1/' || n, 1, gen_random_uuid(),
              'stock.received', 1, now(), now(), '{"a":1}', '{}' from generate_series(1, 3) n
            """);

    LedgerView first = asking.view(new ReadLedger(0, 2));
    assertThat(first.items()).extracting(LedgerEntry::position).containsExactly(1L, 2L);
    assertThat(first.next()).isEqualTo("2");
    assertThat(first.position()).isEqualTo(3);
    assertThat(JsonMapper.shared().writeValueAsString(first)).contains("\"data\":{\"a\":1}");
    assertThat(asking.view(new ReadLedger(2, 2)).next()).isNull();
    assertThat(asking.view(new FindProjections()).items()).isEmpty();
    database.fold(new Story().received(ITEM, 1).received(ITEM, 1).events());
    assertThat(asking.view(new FindProjections()).items())
        .hasSize(AllProjections.list().size())
        .allSatisfy(state -> assertThat(state.lag()).isEqualTo(1));
  }

  private static io.stockledger.api.stock.ItemId other() {
    return new io.stockledger.api.stock.ItemId("L1", "22423");
  }

  private ItemAsOf asRecorded(Instant at) {
    return asking.view(new FindAsRecorded(ITEM, at)).item();
  }

  private ItemAsOccurred asOccurred(Instant at) {
    return asking.view(new FindAsOccurred(ITEM, at)).item();
  }

  private List<Long> versions(FindHistory query) {
    return asking.view(query).items().stream().map(HistoryEntry::version).toList();
  }

  private static FindHistory history(
      @Nullable Long after, @Nullable String type, @Nullable String actor, Page page) {
    return new FindHistory(ITEM, after, null, null, type, actor, null, null, null, page);
  }
}
