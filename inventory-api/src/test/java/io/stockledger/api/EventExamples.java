package io.stockledger.api;

import io.stockledger.api.channel.Backorder;
import io.stockledger.api.channel.Buffer;
import io.stockledger.api.channel.ChannelEvent.ChannelReinstated;
import io.stockledger.api.channel.ChannelEvent.ChannelRetired;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleRemoved;
import io.stockledger.api.channel.ChannelEvent.ChannelRuleSet;
import io.stockledger.api.channel.ChannelEvent.ChannelSet;
import io.stockledger.api.channel.ChannelTraits;
import io.stockledger.api.channel.Exposure;
import io.stockledger.api.channel.OfferState;
import io.stockledger.api.channel.PreOrder;
import io.stockledger.api.channel.RuleScope;
import io.stockledger.api.channel.RuleTerms;
import io.stockledger.api.channel.SwitchEvent.SwitchPulled;
import io.stockledger.api.channel.SwitchEvent.SwitchReturned;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerRemoved;
import io.stockledger.api.channel.SwitchEvent.SwitchTriggerSet;
import io.stockledger.api.channel.SwitchLevel;
import io.stockledger.api.channel.SwitchScope;
import io.stockledger.api.channel.TriggerCondition;
import io.stockledger.api.credential.CredentialEvent.CredentialIssued;
import io.stockledger.api.credential.CredentialEvent.CredentialRevoked;
import io.stockledger.api.credential.CredentialEvent.CredentialRotated;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import io.stockledger.api.device.DeviceEvent.DeviceGapPassed;
import io.stockledger.api.device.DeviceEvent.DeviceHeard;
import io.stockledger.api.device.DeviceEvent.DeviceLineSettled;
import io.stockledger.api.device.DeviceEvent.DeviceLineWaiting;
import io.stockledger.api.device.DeviceEvent.DeviceSequenceReused;
import io.stockledger.api.device.DeviceLine;
import io.stockledger.api.device.DeviceLineType;
import io.stockledger.api.device.LineOutcome;
import io.stockledger.api.inbound.InboundKind;
import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationEvent.LocationAliasAdded;
import io.stockledger.api.location.LocationEvent.LocationAliasRemoved;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationReinstated;
import io.stockledger.api.location.LocationEvent.LocationRetired;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationSource;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.OpeningHours;
import io.stockledger.api.location.Pool;
import io.stockledger.api.location.TransferTime;
import io.stockledger.api.lowstock.LowStockRuleEvent.LowStockRuleSet;
import io.stockledger.api.product.ProductEvent.ProductAliasAdded;
import io.stockledger.api.product.ProductEvent.ProductAliasRemoved;
import io.stockledger.api.product.ProductEvent.ProductChanged;
import io.stockledger.api.product.ProductEvent.ProductRegistered;
import io.stockledger.api.product.ProductEvent.ProductReinstated;
import io.stockledger.api.product.ProductEvent.ProductRetired;
import io.stockledger.api.product.ProductTraits;
import io.stockledger.api.product.VelocityClass;
import io.stockledger.api.stock.AdjustReason;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.CountKind;
import io.stockledger.api.stock.CountMethod;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.LowStockEvent.StockRanLow;
import io.stockledger.api.stock.LowStockEvent.StockRecovered;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockEvent.ExpiredLine;
import io.stockledger.api.stock.StockEvent.OpenLine;
import io.stockledger.api.stock.StockEvent.StockAdjusted;
import io.stockledger.api.stock.StockEvent.StockConditionChanged;
import io.stockledger.api.stock.StockEvent.StockCounted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockPicked;
import io.stockledger.api.stock.StockEvent.StockPutBack;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReleased;
import io.stockledger.api.stock.StockEvent.StockReservationChanged;
import io.stockledger.api.stock.StockEvent.StockReservationConfirmed;
import io.stockledger.api.stock.StockEvent.StockReservationExtended;
import io.stockledger.api.stock.StockEvent.StockReservationsExpired;
import io.stockledger.api.stock.StockEvent.StockReserved;
import io.stockledger.api.stock.StockEvent.StockReturned;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.StockEvent.StockSetAside;
import io.stockledger.api.stock.SupplyEvent.StockSupplyCancelled;
import io.stockledger.api.stock.SupplyEvent.StockSupplyExpected;
import io.stockledger.api.stock.SupplyEvent.StockSupplyReceived;
import io.stockledger.api.stock.SupplyEvent.StockSupplyRevised;
import io.stockledger.api.stock.TotalEvent.Lost;
import io.stockledger.api.stock.TotalEvent.StockTotalStated;
import io.stockledger.api.stock.TotalEvent.Why;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import io.stockledger.api.webhook.WebhookEvent.WebhookChanged;
import io.stockledger.api.webhook.WebhookEvent.WebhookPaused;
import io.stockledger.api.webhook.WebhookEvent.WebhookRegistered;
import io.stockledger.api.webhook.WebhookEvent.WebhookRemoved;
import io.stockledger.api.webhook.WebhookEvent.WebhookReplayed;
import io.stockledger.api.webhook.WebhookEvent.WebhookResumed;
import io.stockledger.api.webhook.WebhookEvent.WebhookSecretRotated;
import io.stockledger.api.webhook.WebhookTerms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of each event, with every field that it can have. */
public final class EventExamples {
  private static final Instant HAPPENED = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant RECORDED = Instant.parse("2026-11-23T10:00:00.123Z");
  private static final Instant DUE = Instant.parse("2026-11-23T10:15:00Z");

  private EventExamples() {}

  public static List<LedgerEvent> all() {
    return Stream.of(
            movements(),
            transfers(),
            supply(),
            discrepancies(),
            totals(),
            lowStock(),
            registry(),
            channels(),
            webhooks(),
            devices())
        .flatMap(List::stream)
        .toList();
  }

  private static List<LedgerEvent> transfers() {
    Change arrived = Change.ofInTransit(-3).plus(Condition.GOOD, 1).plus(Condition.DAMAGED, 1);
    return List.of(
        new StockTransferRequested(entry(Change.ofSetAside(3), null), "t-1", "1", "L2", 3, DUE),
        new StockTransferDispatched(
            entry(Change.of(Condition.GOOD, -3).plus(Change.ofSetAside(-3)), null),
            "t-1",
            "1",
            "p-1",
            "L2",
            3),
        new StockTransferUnderWay(
            entry(Change.ofInTransit(3), null), "t-1", "1", "p-1", "L0", 3, DUE),
        new StockTransferReceived(
            entry(arrived, "LOST"),
            "t-1",
            "1",
            "p-1",
            "L0",
            Map.of(Condition.GOOD, 1L, Condition.DAMAGED, 1L),
            1,
            0),
        new StockTransferWrittenOff(
            entry(Change.ofInTransit(-1), "LOST"), "t-1", "1", "p-1", "L0", 1),
        new StockTransferCancelled(entry(Change.ofSetAside(-1), null), "t-1", "1", "L2", 1));
  }

  private static List<LedgerEvent> supply() {
    LocalDate from = LocalDate.parse("2026-12-01");
    LocalDate by = LocalDate.parse("2026-12-04");
    return List.of(
        new StockSupplyExpected(
            entry(Change.ofExpected(24), null),
            "po-1",
            "1",
            InboundKind.PURCHASE_ORDER,
            24,
            "acme",
            from,
            by,
            "winter"),
        new StockSupplyRevised(
            entry(Change.ofExpected(-4), null), "po-1", "1", 20, from, by, "winter"),
        new StockSupplyReceived(
            entry(Change.ofExpected(-10).plus(Condition.GOOD, 9), "SHORT"),
            "po-1",
            "1",
            by,
            Map.of(Condition.GOOD, 9L),
            9,
            1),
        new StockSupplyCancelled(entry(Change.ofExpected(-10), "VENDOR"), "po-1", "1", 10));
  }

  private static List<LedgerEvent> discrepancies() {
    return List.of(
        new StockDiscrepancyOpened(
            entry(Change.NONE, null), "d-1", "picked-beyond-book", Condition.GOOD, 3L, 1L, 2L),
        new StockDiscrepancyExplained(entry(Change.NONE, "OTHER"), "d-1", true),
        new StockDiscrepancyClosed(entry(Change.NONE, "MISPICK"), "d-1"));
  }

  private static List<LedgerEvent> totals() {
    return List.of(
        new StockTotalStated(
            entry(Change.of(Condition.GOOD, -1), null),
            42,
            Map.of(Condition.GOOD, 12L),
            Map.of(Condition.GOOD, 13L),
            HAPPENED,
            new Lost(Why.HIGHER_SOURCE, "WMS", HAPPENED, 7)));
  }

  private static List<LedgerEvent> lowStock() {
    return List.of(
        new StockThresholdSet(entry(Change.NONE, null), 3L, 6L, "christmas"),
        new StockRanLow(entry(Change.NONE, null), 2, 3),
        new StockRecovered(entry(Change.NONE, null), 7, 6));
  }

  private static List<LedgerEvent> movements() {
    return List.of(
        new StockReceived(entry(Change.of(Condition.GOOD, 12), null), Condition.GOOD, 12),
        new StockPicked(absorbedPick(), 2, "r-1", "1", 2, false),
        new StockReturned(entry(Change.of(Condition.QUARANTINE, 1), null), Condition.QUARANTINE, 1),
        new StockAdjusted(entry(Change.of(Condition.GOOD, -1), "SHRINK"), Condition.GOOD, -1),
        new StockCounted(
            uncovering(),
            Map.of(Condition.GOOD, 3L),
            Map.of(Condition.GOOD, 5L),
            CountMethod.BARCODE,
            CountKind.CYCLE_COUNT),
        new StockConditionChanged(
            entry(Change.of(Condition.GOOD, -1).plus(Condition.DAMAGED, 1), null),
            Condition.GOOD,
            Condition.DAMAGED,
            1),
        new StockSetAside(entry(Change.ofSetAside(3), "TRANSFER"), 3),
        new StockPutBack(entry(Change.ofSetAside(-3), null), 3),
        new StockReversed(entry(Change.of(Condition.GOOD, -12), "RECEIVING"), 1, "stock.received"),
        new StockReserved(
            entry(Change.ofPending(4), null), "r-1", "1", 4, 5, DUE, "default", null, null),
        new StockReservationConfirmed(
            entry(new Change(0, 0, 0, 0, -4, 4, 0, 0, 0, 0), null), "r-1", 4),
        new StockReservationExtended(entry(Change.NONE, null), "r-1", DUE),
        new StockReservationChanged(
            entry(Change.ofPending(-1), null),
            "r-1",
            List.of(new OpenLine("1", 3, null, null)),
            DUE,
            "default"),
        new StockReleased(entry(Change.ofAllocated(-1), "CUSTOMER"), "r-1", "1", 1),
        new StockReservationsExpired(
            entry(Change.ofPending(-4), "EXPIRED"), List.of(new ExpiredLine("r-1", "1", 4, DUE))));
  }

  private static List<LedgerEvent> registry() {
    return List.of(
        new LocationRegistered(
            "L1",
            "London Road",
            LocationKind.STORE,
            "Europe/London",
            LocationTraits.NONE,
            RECORDED,
            RECORDED),
        new LocationChanged(
            "L1",
            "London Road 2",
            LocationKind.STORE,
            "Europe/London",
            LocationTraits.NONE,
            RECORDED,
            RECORDED),
        new ProductRegistered(
            "85123A", "White hanging heart", "piece", ProductTraits.NONE, RECORDED, RECORDED),
        new ProductChanged(
            "85123A", "White heart", "piece", ProductTraits.NONE, RECORDED, RECORDED),
        new LowStockRuleSet(
            "christmas", "L1", List.of("85123A", "22423"), 3L, 6L, RECORDED, RECORDED),
        new LocationRetired("L1", RECORDED, RECORDED),
        new LocationReinstated("L1", RECORDED, RECORDED),
        new ProductRetired("85123A", RECORDED, RECORDED),
        new ProductReinstated("85123A", RECORDED, RECORDED),
        new LocationSourceStale("L1", "WMS", HAPPENED, RECORDED, RECORDED),
        new LocationSourceBack("L1", "WMS", HAPPENED, RECORDED),
        new LocationAliasAdded("L1", "ERP", "GB/0007 ü", RECORDED, RECORDED),
        new LocationAliasRemoved("L1", "ERP", "GB/0007 ü", RECORDED, RECORDED),
        new ProductAliasAdded("85123A", "ERP", "100/85123-A", RECORDED, RECORDED),
        new ProductAliasRemoved("85123A", "ERP", "100/85123-A", RECORDED, RECORDED),
        new CredentialIssued(
            "pos-7",
            "k-1",
            "9f86d081884c7d65",
            List.of(Role.INTEGRATION),
            List.of(Right.BACKDATE),
            "default",
            RECORDED,
            RECORDED),
        new CredentialRotated("pos-7", "k-2", "k-1", DUE, "60303ae22b998861", RECORDED, RECORDED),
        new CredentialRevoked("pos-7", "k-2", RECORDED, RECORDED));
  }

  private static List<LedgerEvent> webhooks() {
    WebhookTerms terms =
        new WebhookTerms(
            "https://shop.example/hooks",
            List.of("web"),
            List.of("stock.*"),
            List.of("L1"),
            List.of("85123A"),
            "shop");
    return List.of(
        new WebhookRegistered("wh-1", terms, 90210, 17, RECORDED, RECORDED),
        new WebhookChanged("wh-1", terms, RECORDED, RECORDED),
        new WebhookPaused("wh-1", "gone", RECORDED, RECORDED),
        new WebhookResumed("wh-1", RECORDED, RECORDED),
        new WebhookRemoved("wh-1", RECORDED, RECORDED),
        new WebhookSecretRotated("wh-1", 2, DUE, RECORDED, RECORDED),
        new WebhookReplayed("wh-1", 90000, 0, RECORDED, RECORDED));
  }

  private static List<LedgerEvent> channels() {
    SortedMap<String, String> codes = new TreeMap<>(Map.of("L1", "0007"));
    return List.of(
        new ChannelSet(
            "web",
            new ChannelTraits(
                "Web shop", List.of("L1", "stores"), List.of("85123A"), List.of("L1"), true, codes),
            RECORDED,
            RECORDED),
        new ChannelRetired("web", RECORDED, RECORDED),
        new ChannelReinstated("web", RECORDED, RECORDED),
        new ChannelRuleSet(
            "web",
            "stores",
            new RuleScope(
                "85123A",
                "L1",
                "Home/Kitchen",
                "fragile",
                VelocityClass.A,
                "stores",
                LocationKind.STORE),
            new RuleTerms(
                new Buffer(null, 10L, 1L, 5L),
                new Exposure(Exposure.Shown.BANDED, 3L, 10L, 1L),
                50L,
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                OfferState.STORE_CONFIRMATION_REQUIRED,
                true,
                Duration.ofDays(30),
                Duration.ofMinutes(30),
                new Backorder(5L, true, DUE, LocalDate.parse("2026-12-20"), true),
                new PreOrder(20, LocalDate.parse("2026-12-01")),
                700L,
                true,
                5_000L),
            "tills lag behind",
            RECORDED,
            RECORDED),
        new ChannelRuleRemoved("web", "stores", RECORDED, RECORDED),
        new SwitchPulled(
            "s-1",
            new SwitchScope("web", "L1", "stores", "Home"),
            SwitchLevel.HIDDEN,
            "figures are wrong",
            "stale-stores",
            40L,
            RECORDED,
            RECORDED),
        new SwitchReturned("s-1", "counted again", "stale-stores", RECORDED, RECORDED),
        new SwitchTriggerSet(
            "stale-stores",
            TriggerCondition.STALE_LOCATIONS_PER_CENT,
            25,
            new SwitchScope("web", null, "stores", null),
            SwitchLevel.SOFT,
            false,
            RECORDED,
            RECORDED),
        new SwitchTriggerRemoved("stale-stores", RECORDED, RECORDED));
  }

  private static List<LedgerEvent> devices() {
    DeviceLine line =
        new DeviceLine(
            7,
            DeviceLineType.COUNT,
            "L1",
            "85123A",
            2L,
            Condition.GOOD,
            Condition.GOOD,
            Condition.DAMAGED,
            Map.of(Condition.GOOD, 3L),
            CountMethod.RFID,
            CountKind.CYCLE_COUNT,
            AdjustReason.SHRINK,
            "r-1",
            HAPPENED,
            "POS-7",
            new Reference("order", "536365"),
            "by the door",
            true);
    return List.of(
        new DeviceHeard("scanner-3", HAPPENED, -123L, 2, RECORDED, RECORDED),
        new DeviceLineWaiting("scanner-3", line, line.hash(), RECORDED),
        new DeviceLineSettled(
            "scanner-3",
            7,
            line.hash(),
            LineOutcome.REFUSED,
            DeviceLineType.COUNT,
            "L1",
            "85123A",
            "too-late",
            9L,
            "d-1",
            true,
            HAPPENED,
            line,
            HAPPENED,
            RECORDED),
        new DeviceGapPassed("scanner-3", 4, 6, HAPPENED, RECORDED),
        new DeviceSequenceReused("scanner-3", line.hash(), line, HAPPENED, RECORDED));
  }

  /** What says more than its first form did, with the golden files of that. */
  static Map<String, LedgerEvent> fuller() {
    return Map.of(
        "stock.reserved.1.backordered",
        new StockReserved(
            entry(Change.ofPending(4).withBackordered(3), null),
            "r-1",
            "1",
            4,
            4,
            DUE,
            "web",
            3L,
            LocalDate.parse("2026-12-01")),
        "stock.reservation-changed.1.backordered",
        new StockReservationChanged(
            entry(Change.ofPending(2).withBackordered(2), null),
            "r-1",
            List.of(
                new OpenLine("1", 6, 2L, LocalDate.parse("2026-12-01")),
                new OpenLine("2", 1, null, null)),
            DUE,
            "web"),
        "location.registered.1.full",
        new LocationRegistered(
            "P1", "Both", LocationKind.VIRTUAL, "Europe/London", traits(), RECORDED, RECORDED),
        "location.changed.1.full",
        new LocationChanged(
            "P1", "Both", LocationKind.VIRTUAL, "Europe/London", traits(), RECORDED, RECORDED),
        "product.registered.1.full",
        new ProductRegistered("85123A-R", "Heart", "piece", variant(), RECORDED, RECORDED),
        "product.changed.1.full",
        new ProductChanged("85123A-R", "Heart", "piece", variant(), RECORDED, RECORDED),
        "channel.set.1.plain",
        new ChannelSet(
            "web", new ChannelTraits("Web shop", null, null, null, null, null), RECORDED, RECORDED),
        "channel.rule-set.1.plain",
        new ChannelRuleSet(
            "web", "all", RuleScope.EVERYTHING, backorder(), null, RECORDED, RECORDED));
  }

  private static RuleTerms backorder() {
    return new RuleTerms(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        new Backorder(5L, null, null, LocalDate.parse("2026-12-20"), null),
        null,
        null,
        null,
        null);
  }

  private static LocationTraits traits() {
    return new LocationTraits(
        new Coordinates(51_507_400, -127_800),
        List.of(new OpeningHours(DayOfWeek.MONDAY, "09:00", "17:30", "15:00")),
        987L,
        List.of(
            new TransferTime(null, Duration.ofDays(2)),
            new TransferTime("W1", Duration.ofHours(4))),
        List.of("UK"),
        List.of(
            new LocationSource(LocationSource.COUNT, Duration.ofDays(1), null),
            new LocationSource("WMS", Duration.ofHours(2), Duration.ofMinutes(15))),
        new Pool(Pool.Kind.SUM, List.of("L1", "W1")));
  }

  private static ProductTraits variant() {
    return new ProductTraits(
        "85123A",
        new TreeMap<>(Map.of("colour", "red")),
        "4006381333931",
        "Home/Decoration",
        VelocityClass.A,
        List.of("gift"));
  }

  private static Entry entry(Change change, @Nullable String reason) {
    return new Entry(
        "L1",
        "85123A",
        HAPPENED,
        RECORDED,
        change,
        null,
        null,
        null,
        null,
        change.backordered() == 0 ? null : Map.of("web", change.backordered()),
        DUE,
        reason,
        "POS-7",
        new Reference("order", "536365"),
        "by the door");
  }

  private static Entry absorbedPick() {
    return new Entry(
        "L1",
        "85123A",
        HAPPENED,
        RECORDED,
        Change.ofAllocated(-2),
        Map.of(Condition.GOOD, -2L),
        Map.of(Condition.GOOD, 7L),
        null,
        null,
        null,
        null,
        null,
        "POS-7",
        null,
        null);
  }

  private static Entry uncovering() {
    return new Entry(
        "L1",
        "85123A",
        HAPPENED,
        RECORDED,
        Change.of(Condition.GOOD, -2),
        null,
        null,
        List.of(new Entry.Uncovered("r-1", "1", 1)),
        1,
        null,
        null,
        null,
        "POS-7",
        null,
        null);
  }
}
