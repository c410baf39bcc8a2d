package io.stockledger.server.wiring;

import io.stockledger.api.stock.ItemId;
import io.stockledger.api.stock.StockCommand;
import io.stockledger.api.stock.StockCommand.FlagDiscrepancy;
import io.stockledger.api.stock.StockCommand.ResolveDiscrepancy;
import io.stockledger.command.stock.DiscrepancyRegister;
import io.stockledger.ledger.Claim;
import io.stockledger.ledger.Claims;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ids of discrepancies as claims of the ledger. Each body is the name of its item's stream; as
 * nothing but their ids is ever looked for, they touch no stream.
 */
final class ClaimedDiscrepancies implements DiscrepancyRegister {
  private static final String KIND = "discrepancy";
  private static final String PREFIX = KIND + ":";

  private final Claims claims;

  ClaimedDiscrepancies(Claims claims) {
    this.claims = claims;
  }

  /** The claims that a command will ask for, so that a batch reads them at once. */
  static Collection<String> claimIds(StockCommand command) {
    return switch (command) {
      case FlagDiscrepancy c -> List.of(PREFIX + c.discrepancyId());
      case ResolveDiscrepancy c -> List.of(PREFIX + c.discrepancyId());
      default -> List.of();
    };
  }

  @Override
  public @Nullable ItemId itemOf(String discrepancyId) {
    Claim claim = claims.find(PREFIX + discrepancyId);
    return claim == null ? null : ItemId.ofStream(new String(claim.body(), StandardCharsets.UTF_8));
  }

  @Override
  public void put(String discrepancyId, ItemId item, boolean open) {
    claims.put(
        new Claim(
            PREFIX + discrepancyId,
            KIND,
            List.of(),
            open,
            null,
            null,
            item.stream().getBytes(StandardCharsets.UTF_8)));
  }
}
