package io.stockledger.command.transfer;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Reference;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.TransferEvent.StockTransferCancelled;
import io.stockledger.api.stock.TransferEvent.StockTransferDispatched;
import io.stockledger.api.stock.TransferEvent.StockTransferReceived;
import io.stockledger.api.stock.TransferEvent.StockTransferRequested;
import io.stockledger.api.stock.TransferEvent.StockTransferUnderWay;
import io.stockledger.api.stock.TransferEvent.StockTransferWrittenOff;
import io.stockledger.api.transfer.TransferReason;
import io.stockledger.command.stock.Drafts;
import io.stockledger.command.stock.Effect;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.transfer.Transfer.Line;
import io.stockledger.command.transfer.Transfer.Share;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one command writes on the items at both ends of a transfer. What leaves one item is under
 * way to the other by an entry of the same command.
 */
final class Entries {
  static final String RECEIVED_BEYOND_SENT = "received-beyond-sent";

  /** The type of the reference by which an excess names its transfer. */
  static final String TRANSFER = "transfer";

  private final Drafts drafts;
  private final Transfer transfer;
  private final Circumstances circumstances;

  Entries(Drafts drafts, Transfer transfer, Circumstances circumstances) {
    this.drafts = drafts;
    this.transfer = transfer;
    this.circumstances = circumstances;
  }

  /** Only what is available may be kept for another location. */
  @Nullable Refusal request(Line line, @Nullable Instant expectedAt) {
    ItemDraft origin = origin(line);
    long available = origin.item().figures().available();
    if (line.requested() > available) {
      return new InsufficientStock(origin.item().item(), line.requested(), available);
    }
    origin.record(
        circumstances,
        null,
        Effect.of(Change.ofSetAside(line.requested())),
        entry ->
            new StockTransferRequested(
                entry, transfer.id(), line.line(), transfer.to(), line.requested(), expectedAt));
    return null;
  }

  /** Units that were set aside leave, as long as they are there. */
  @Nullable Refusal dispatch(Line line, String part, long units, @Nullable Instant expectedAt) {
    ItemDraft origin = origin(line);
    Effect effect = leaving(origin, units);
    long good = origin.item().figures().good();
    if (good + effect.change().good() < 0) {
      return new ExceedsOnHand(origin.item().item(), Condition.GOOD, units, good);
    }
    leave(line, part, units, effect.and(Change.ofSetAside(-units)), expectedAt);
    return null;
  }

  /** Units that are available leave and arrive at once; they are never set aside. */
  @Nullable Refusal move(Line line, String part) {
    ItemDraft origin = origin(line);
    Effect effect = leaving(origin, line.requested());
    long available = origin.item().figures().available();
    if (-effect.change().good() > available) {
      return new InsufficientStock(origin.item().item(), line.requested(), available);
    }
    leave(line, part, line.requested(), effect, null);
    receive(line, part, Map.of(Condition.GOOD, line.requested()), 0, 0, null);
    return null;
  }

  private Effect leaving(ItemDraft origin, long units) {
    return Effect.ofMovement(
        origin.item(), Map.of(Condition.GOOD, -units), origin.occurred(circumstances));
  }

  private void leave(
      Line line, String part, long units, Effect effect, @Nullable Instant expectedAt) {
    origin(line)
        .record(
            circumstances,
            null,
            effect,
            entry ->
                new StockTransferDispatched(
                    entry, transfer.id(), line.line(), part, transfer.to(), units));
    destination(line)
        .record(
            circumstances,
            null,
            Effect.of(Change.ofInTransit(units)),
            entry ->
                new StockTransferUnderWay(
                    entry, transfer.id(), line.line(), part, transfer.from(), units, expectedAt));
  }

  /** Of a part that is in transit, so much came and so much is given up. */
  void receive(
      Line line,
      String part,
      Map<Condition, Long> received,
      long missing,
      long excess,
      @Nullable TransferReason reason) {
    ItemDraft destination = destination(line);
    long settled = missing + received.values().stream().mapToLong(Long::longValue).sum();
    destination.record(
        circumstances,
        word(reason),
        Effect.ofMovement(destination.item(), received, destination.occurred(circumstances))
            .and(Change.ofInTransit(-settled)),
        entry ->
            new StockTransferReceived(
                entry,
                transfer.id(),
                line.line(),
                part,
                transfer.from(),
                received,
                missing,
                excess));
  }

  /**
   * Units that came beyond what left: a receipt of its own, and a disagreement that somebody has to
   * settle. The book has them now; what is missing of them is missing where they came from.
   *
   * @param stated what is said to have come in that condition
   */
  void exceed(
      Line line,
      Condition condition,
      long stated,
      long excess,
      @Nullable TransferReason reason,
      Supplier<String> discrepancyIds) {
    ItemDraft destination = destination(line);
    Circumstances told = circumstances.about(new Reference(TRANSFER, transfer.id()));
    destination.record(
        told,
        word(reason),
        Effect.ofMovement(
            destination.item(), Map.of(condition, excess), destination.occurred(told)),
        entry -> new StockReceived(entry, condition, excess));
    String id = discrepancyIds.get();
    destination.record(
        told,
        word(reason),
        Effect.NONE,
        entry ->
            new StockDiscrepancyOpened(
                entry, id, RECEIVED_BEYOND_SENT, condition, stated, stated - excess, -excess));
  }

  void writeOff(Line line, Share share, @Nullable TransferReason reason) {
    destination(line)
        .record(
            circumstances,
            word(reason),
            Effect.of(Change.ofInTransit(-share.inTransit())),
            entry ->
                new StockTransferWrittenOff(
                    entry,
                    transfer.id(),
                    line.line(),
                    share.part(),
                    transfer.from(),
                    share.inTransit()));
  }

  void cancel(Line line, long units, @Nullable TransferReason reason) {
    origin(line)
        .record(
            circumstances,
            word(reason),
            Effect.of(Change.ofSetAside(-units)),
            entry ->
                new StockTransferCancelled(
                    entry, transfer.id(), line.line(), transfer.to(), units));
  }

  private ItemDraft origin(Line line) {
    return drafts.of(transfer.origin(line));
  }

  private ItemDraft destination(Line line) {
    return drafts.of(transfer.destination(line));
  }

  private static @Nullable String word(@Nullable TransferReason reason) {
    return reason == null ? null : reason.name();
  }
}
