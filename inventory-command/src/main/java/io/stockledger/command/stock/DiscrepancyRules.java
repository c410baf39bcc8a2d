package io.stockledger.command.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyEvent.StockDiscrepancyExplained;
import io.stockledger.api.stock.DiscrepancyReason;
import io.stockledger.api.stock.DiscrepancyRefusal.ApprovalNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.DiscrepancyClosed;
import io.stockledger.api.stock.DiscrepancyRefusal.DuplicateDiscrepancy;
import io.stockledger.api.stock.DiscrepancyRefusal.NoteNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.ReasonNeeded;
import io.stockledger.api.stock.DiscrepancyRefusal.UnknownDiscrepancy;
import io.stockledger.api.stock.DiscrepancyRefusal.UnknownReason;
import io.stockledger.api.stock.StockCommand.Correction;
import io.stockledger.api.stock.StockCommand.CountStock;
import io.stockledger.api.stock.StockCommand.Counted;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.api.stock.StockEvent.StockAdjusted;
import io.stockledger.api.stock.StockEvent.StockDiscrepancyOpened;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a disagreement of shelf and book is flagged and settled: verified, adjusted, explained,
 * closed. What moves figures while it is settled are counts and adjustments like all others (rule
 * book, "Counts, adjustments, conditions, returns").
 */
final class DiscrepancyRules {
  private final ItemDraft draft;
  private final Surroundings surroundings;

  DiscrepancyRules(ItemDraft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
  }

  @Nullable Refusal flag(FlagDiscrepancy command) {
    String id = command.discrepancyId();
    if (draft.item().openDiscrepancies().containsKey(id)
        || surroundings.discrepancies().itemOf(id) != null) {
      return new DuplicateDiscrepancy(id);
    }
    draft.record(
        command.circumstances(),
        null,
        Effect.NONE,
        entry ->
            new StockDiscrepancyOpened(
                entry, id, command.cause(), command.condition(), null, null, command.missing()));
    return null;
  }

  @Nullable Refusal resolve(ResolveDiscrepancy command) {
    OpenDiscrepancy open = draft.item().openDiscrepancies().get(command.discrepancyId());
    if (open == null) {
      return gone(command.discrepancyId());
    }
    String reason = command.reason() == null ? open.reason() : command.reason();
    boolean waits = open.awaitsApproval() || needsApproval(command.reason());
    Refusal refusal = refusal(command, reason, waits);
    if (refusal == null && command.counted() != null) {
      refusal = count(command.counted(), command);
    }
    if (refusal == null && command.adjust() != null) {
      refusal = adjust(command.adjust(), Objects.requireNonNull(reason), command);
    }
    if (refusal == null) {
      settle(command, reason, waits && !command.mayApprove());
    }
    return refusal;
  }

  private Refusal gone(String discrepancyId) {
    return draft.item().item().equals(surroundings.discrepancies().itemOf(discrepancyId))
        ? new DiscrepancyClosed(draft.item().item(), discrepancyId)
        : new UnknownDiscrepancy(draft.item().item(), discrepancyId);
  }

  private boolean needsApproval(@Nullable String reason) {
    return reason != null
        && surroundings.reasons().find(reason).map(DiscrepancyReason::approval).orElse(false);
  }

  /**
   * @param reason with which it would be explained
   * @param waits only a manager settles it
   */
  private @Nullable Refusal refusal(
      ResolveDiscrepancy command, @Nullable String reason, boolean waits) {
    if (command.reason() != null) {
      Optional<DiscrepancyReason> listed = surroundings.reasons().find(command.reason());
      if (listed.isEmpty()) {
        return new UnknownReason(command.reason(), surroundings.reasons().codes());
      }
      String note = command.circumstances().note();
      if (listed.get().approval() && (note == null || note.isBlank())) {
        return new NoteNeeded(command.reason());
      }
    }
    if (reason == null) {
      return command.close() || command.adjust() != null
          ? new ReasonNeeded(command.discrepancyId())
          : null;
    }
    boolean settles = command.adjust() != null || (command.close() && command.reason() == null);
    return waits && !command.mayApprove() && settles
        ? new ApprovalNeeded(draft.item().item(), command.discrepancyId(), reason)
        : null;
  }

  private @Nullable Refusal count(Counted counted, ResolveDiscrepancy command) {
    return new CountRules(draft, surroundings)
        .count(
            new CountStock(
                command.item(),
                counted.figures(),
                counted.method(),
                counted.kind(),
                null,
                command.circumstances()));
  }

  private @Nullable Refusal adjust(
      Correction correction, String reason, ResolveDiscrepancy command) {
    return Movement.record(
        draft,
        command.circumstances(),
        reason,
        Map.of(correction.condition(), correction.quantity()),
        entry -> new StockAdjusted(entry, correction.condition(), correction.quantity()));
  }

  /**
   * @param waits it is explained, and stays open for a manager
   */
  private void settle(ResolveDiscrepancy command, @Nullable String reason, boolean waits) {
    String id = command.discrepancyId();
    Circumstances circumstances = command.circumstances();
    if (command.reason() != null) {
      draft.record(
          circumstances,
          command.reason(),
          Effect.NONE,
          entry -> new StockDiscrepancyExplained(entry, id, waits));
    }
    if (command.close() && !waits) {
      draft.record(
          circumstances, reason, Effect.NONE, entry -> new StockDiscrepancyClosed(entry, id));
    }
  }
}
