package io.stockledger.command.inbound;

import io.stockledger.api.Outcome;
import io.stockledger.api.inbound.InboundCommand;
import io.stockledger.api.stock.ItemId;
import io.stockledger.command.stock.ItemDraft;
import io.stockledger.command.stock.StockItem;
import io.stockledger.command.stock.Surroundings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** The rules of expected supply for ledgers in memory; every location lies in Vienna. */
public final class InboundDecider {
  public static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

  private InboundDecider() {}

  /** Decides, puts what came of it into the register, and gives the items to be recorded. */
  public static Decided decide(
      InboundCommand command,
      Function<ItemId, StockItem> items,
      InboundRegister register,
      Surroundings surroundings) {
    Dock dock =
        new Dock(
            items,
            ids -> {},
            register,
            (location, at) -> LocalDate.ofInstant(at, ZONE),
            surroundings);
    return switch (InboundRules.decide(command, dock)) {
      case Verdict.Refused no -> new Decided(new Outcome.Refused(no.refusal()), List.of());
      case Verdict.Accepted yes -> {
        Settlement settlement = Settlement.of(yes);
        if (settlement.changed()) {
          register.put(settlement.after());
        }
        yield new Decided(settlement.outcome(), yes.drafts().touched());
      }
    };
  }

  public record Decided(Outcome outcome, List<ItemDraft> items) {}
}
