package io.stockledger.command.stock;

import io.stockledger.api.EventCatalogue;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockReversed;
import io.stockledger.api.stock.StockRefusal.AlreadyReversed;
import io.stockledger.api.stock.StockRefusal.CountedSince;
import io.stockledger.api.stock.StockRefusal.NotReversible;
import io.stockledger.api.stock.StockRefusal.UnknownEntry;
import org.jspecify.annotations.Nullable;

/** How a mistaken entry is compensated (rule book, "Corrections"). */
final class ReversalRules {
  private final ItemDraft draft;
  private final Surroundings surroundings;

  ReversalRules(ItemDraft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  @Nullable Refusal reverse(ReverseEntry command) {
    ItemId item = draft.item().item();
    StockEvent entry = entry(item, command.version());
    if (entry == null) {
      return new UnknownEntry(item, command.version());
    }
    String type = EventCatalogue.nameOf(entry.getClass()).value();
    Refusal refusal = refusal(command, entry, type);
    if (refusal != null) {
      return refusal;
    }
    draft.record(
        command.circumstances(),
        entry.occurredAt(),
        command.reason().name(),
        Effect.of(opposite(entry)),
        reversal -> new StockReversed(reversal, command.version(), type));
    return null;
  }

  private @Nullable Refusal refusal(ReverseEntry command, StockEvent entry, String type) {
    StockItem item = draft.item();
    if (!(entry instanceof StockEvent.Reversible)) {
      return new NotReversible(item.item(), command.version(), type);
    }
    if (item.reversed().contains(command.version())) {
      return new AlreadyReversed(item.item(), command.version());
    }
    Refusal counted = countedSince(command.version(), entry);
    if (counted != null) {
      return counted;
    }
    Refusal tooLate =
        LateWindow.refusal(
            item, entry.occurredAt(), surroundings.lateWindow(), command.circumstances());
    return tooLate != null ? tooLate : StockRules.beyondOnHand(item, opposite(entry));
  }

  /** Expiries that this very decision records do not count as entries yet. */
  private @Nullable StockEvent entry(ItemId item, long version) {
    long recorded = draft.item().version() - draft.expiries();
    return version < 1 || version > recorded ? null : surroundings.history().entry(item, version);
  }

  private @Nullable Refusal countedSince(long version, StockEvent entry) {
    for (Condition condition : Condition.values()) {
      CountWindow.Count last = draft.item().counts().lastOf(condition);
      if (last != null
          && entry.entry().moved(condition) != 0
          && last.isAfter(entry.occurredAt(), version)) {
        return new CountedSince(draft.item().item(), last.version());
      }
    }
    return null;
  }

  /** Physical units only: a reversal never touches promises. */
  private static Change opposite(StockEvent entry) {
    Change change = Change.NONE;
    for (Condition condition : Condition.values()) {
      change = change.plus(condition, -entry.entry().change().of(condition));
    }
    return change;
  }
}
