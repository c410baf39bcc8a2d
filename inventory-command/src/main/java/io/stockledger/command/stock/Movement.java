package io.stockledger.command.stock;

import io.stockledger.api.Circumstances;
import io.stockledger.api.Refusal;
import io.stockledger.api.stock.Condition;
import io.stockledger.api.stock.Entry;
import io.stockledger.api.stock.StockEvent;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Units that come, go or change their condition, at a moment. */
final class Movement {
  private Movement() {}

  /** Nothing ever takes more than is on hand, unless a later count contained it. */
  static @Nullable Refusal record(
      ItemDraft draft,
      Circumstances circumstances,
      @Nullable String reason,
      Map<Condition, Long> components,
      Function<Entry, StockEvent> form) {
    Instant occurredAt = draft.occurred(circumstances);
    Effect effect = Effect.ofMovement(draft.item(), components, occurredAt);
    Refusal beyond = StockRules.beyondOnHand(draft.item(), effect.change());
    if (beyond != null) {
      return beyond;
    }
    draft.record(circumstances, occurredAt, reason, effect, form);
    return null;
  }
}
