package io.stockledger.command.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Change;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.LowStockEvent.StockThresholdSet;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.AdjustStock;
import io.stockledger.api.stock.StockCommand.ChangeCondition;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.PickStock;
import io.stockledger.api.stock.StockCommand.PutBackStock;
import io.stockledger.api.stock.StockCommand.ReceiveStock;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockCommand.ReturnStock;
import io.stockledger.api.stock.StockCommand.ReverseEntry;
import io.stockledger.api.stock.StockCommand.SetAsideStock;
import io.stockledger.api.stock.StockCommand.SetThreshold;
import io.stockledger.api.stock.StockCommand.StateTotal;
import io.stockledger.api.stock.StockEvent;
import io.stockledger.api.stock.StockEvent.StockAdjusted;
import io.stockledger.api.stock.StockEvent.StockConditionChanged;
import io.stockledger.api.stock.StockEvent.StockPutBack;
import io.stockledger.api.stock.StockEvent.StockReceived;
import io.stockledger.api.stock.StockEvent.StockReturned;
import io.stockledger.api.stock.StockEvent.StockSetAside;
import io.stockledger.api.stock.StockRefusal;
import io.stockledger.api.stock.StockRefusal.ExceedsOnHand;
import io.stockledger.api.stock.StockRefusal.ExceedsSetAside;
import io.stockledger.api.stock.StockRefusal.FigureMismatch;
import io.stockledger.api.stock.StockRefusal.InsufficientStock;
import io.stockledger.api.stock.StockRefusal.UnknownItem;
import io.stockledger.api.stock.StockRefusal.VersionMismatch;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one item decides: existence, then precondition, then the rules of the command. The rules are
 * in the same order here as in {@link StockCommand}; those of counts, totals, reversals and picks
 * have classes of their own.
 */
final class StockRules {
  private final StockItem item;
  private final Surroundings surroundings;
  private final ItemDraft draft;

  StockRules(StockItem item, Surroundings surroundings) {
    this.item = item;
    this.surroundings = surroundings;
    this.draft = new ItemDraft(item, item.now(surroundings.clockNow()));
  }

  Decision decide(StockCommand command) {
    Refusal refusal = existence(command);
    if (refusal == null) {
      refusal = precondition(item, command.circumstances());
    }
    if (refusal == null) {
      refusal = rules(command);
    }
    if (refusal == null) {
      refusal = surroundings.closed(draft);
    }
    if (refusal == null) {
      refusal = draft.tooLarge();
    }
    if (refusal == null) {
      draft.complete();
    }
    return refusal == null
        ? new Decision.Accepted(draft.events(), draft.item(), draft.now())
        : new Decision.Refused(refusal);
  }

  private @Nullable Refusal existence(StockCommand command) {
    if (item.exists()) {
      return surroundings.ofOthers(draft.item());
    }
    StockRefusal unregistered = surroundings.unregistered(item.item());
    if (unregistered != null) {
      return unregistered;
    }
    return switch (command) {
      case ReceiveStock ignored -> null;
      case CountStock ignored -> null;
      case StateTotal ignored -> null;
      case ReturnStock ignored -> null;
      case SetThreshold ignored -> new UnknownItem(item.item());
      case PickStock ignored -> new UnknownItem(item.item());
      case AdjustStock ignored -> new UnknownItem(item.item());
      case ChangeCondition ignored -> new UnknownItem(item.item());
      case SetAsideStock ignored -> new UnknownItem(item.item());
      case PutBackStock ignored -> new UnknownItem(item.item());
      case ReverseEntry ignored -> new UnknownItem(item.item());
      case FlagDiscrepancy ignored -> new UnknownItem(item.item());
      case ResolveDiscrepancy ignored -> new UnknownItem(item.item());
    };
  }

  private static @Nullable Refusal precondition(StockItem item, Circumstances circumstances) {
    Long expected = circumstances.ifVersion();
    return expected == null || expected == item.version()
        ? null
        : new VersionMismatch(item.item(), expected, item.version());
  }

  private @Nullable Refusal rules(StockCommand command) {
    return switch (command) {
      case ReceiveStock c ->
          moved(
              c.circumstances(),
              null,
              Map.of(c.condition(), c.quantity()),
              entry -> new StockReceived(entry, c.condition(), c.quantity()));
      case PickStock c -> pick(c);
      case AdjustStock c -> adjust(c);
      case CountStock c -> count(c);
      case StateTotal c -> new TotalRules(draft, surroundings, c).state();
      case SetThreshold c -> setThreshold(c);
      case ReturnStock c ->
          moved(
              c.circumstances(),
              null,
              Map.of(c.condition(), c.quantity()),
              entry -> new StockReturned(entry, c.condition(), c.quantity()));
      case ChangeCondition c -> changeCondition(c);
      case SetAsideStock c -> setAside(c);
      case PutBackStock c -> putBack(c);
      case ReverseEntry c -> new ReversalRules(draft, surroundings).reverse(c);
      case FlagDiscrepancy c -> new DiscrepancyRules(draft, surroundings).flag(c);
      case ResolveDiscrepancy c -> new DiscrepancyRules(draft, surroundings).resolve(c);
    };
  }

  private @Nullable Refusal pick(PickStock c) {
    PickRules rules = new PickRules(draft, c.circumstances(), c.happened());
    if (!c.happened()) {
      return rules.unreserved(c.quantity());
    }
    rules.stated(c.quantity());
    rules.openDiscrepancy(surroundings.discrepancyIds());
    return null;
  }

  private @Nullable Refusal adjust(AdjustStock c) {
    Refusal mismatch = mismatch(c.expected());
    return mismatch != null
        ? mismatch
        : moved(
            c.circumstances(),
            c.reason().name(),
            Map.of(c.condition(), c.quantity()),
            entry -> new StockAdjusted(entry, c.condition(), c.quantity()));
  }

  private @Nullable Refusal count(CountStock c) {
    Refusal mismatch = mismatch(c.expected());
    return mismatch != null ? mismatch : new CountRules(draft, surroundings).count(c);
  }

  private @Nullable Refusal setThreshold(SetThreshold c) {
    if (!LowStock.keeps(draft.item().lowStock(), c)) {
      draft.record(
          c.circumstances(),
          null,
          Effect.NONE,
          entry -> new StockThresholdSet(entry, c.low(), c.restored(), c.rule()));
    }
    return null;
  }

  private @Nullable Refusal changeCondition(ChangeCondition c) {
    Map<Condition, Long> components = new EnumMap<>(Condition.class);
    components.put(c.from(), -c.quantity());
    components.merge(c.to(), c.quantity(), Long::sum);
    return moved(
        c.circumstances(),
        null,
        components,
        entry -> new StockConditionChanged(entry, c.from(), c.to(), c.quantity()));
  }

  private @Nullable Refusal setAside(SetAsideStock c) {
    long available = draft.item().figures().available();
    if (c.quantity() > available) {
      return new InsufficientStock(item.item(), c.quantity(), available);
    }
    draft.record(
        c.circumstances(),
        c.reason() == null ? null : c.reason().name(),
        Effect.of(Change.ofSetAside(c.quantity())),
        entry -> new StockSetAside(entry, c.quantity()));
    return null;
  }

  private @Nullable Refusal putBack(PutBackStock c) {
    long setAside = draft.item().freelySetAside();
    if (c.quantity() > setAside) {
      return new ExceedsSetAside(item.item(), c.quantity(), setAside);
    }
    draft.record(
        c.circumstances(),
        null,
        Effect.of(Change.ofSetAside(-c.quantity())),
        entry -> new StockPutBack(entry, c.quantity()));
    return null;
  }

  private @Nullable Refusal moved(
      Circumstances circumstances,
      @Nullable String reason,
      Map<Condition, Long> components,
      Function<Entry, StockEvent> form) {
    return Movement.record(draft, circumstances, reason, components, form);
  }

  static @Nullable Refusal beyondOnHand(StockItem item, Change change) {
    ItemId id = item.item();
    for (Condition condition : Condition.values()) {
      long onHand = item.figures().of(condition);
      if (onHand + change.of(condition) < 0) {
        return new ExceedsOnHand(id, condition, -change.of(condition), onHand);
      }
    }
    return null;
  }

  private @Nullable Refusal mismatch(@Nullable Map<Condition, Long> expected) {
    if (expected == null) {
      return null;
    }
    Figures book = draft.item().figures();
    for (Condition condition : Condition.values()) {
      Long stated = expected.get(condition);
      if (stated != null && stated != book.of(condition)) {
        return new FigureMismatch(item.item(), condition, stated, book.of(condition));
      }
    }
    return null;
  }
}
