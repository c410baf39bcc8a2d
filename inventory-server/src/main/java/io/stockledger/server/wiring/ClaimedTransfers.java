package io.stockledger.server.wiring;

import io.stockledger.api.transfer.TransferCommand;
import io.stockledger.command.transfer.Transfer;
import io.stockledger.command.transfer.TransferRegister;
import io.stockledger.ledger.Claim;
import io.stockledger.ledger.Claims;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Transfers as claims of the ledger: their bodies are JSON. They are found by their ids alone, so
 * that whoever looks for reservations by reference or stream never meets one.
 */
final class ClaimedTransfers implements TransferRegister {
  private static final String KIND = "transfer";
  private static final String PREFIX = KIND + ":";

  private final Claims claims;
  private final JsonMapper json;

  ClaimedTransfers(Claims claims, JsonMapper json) {
    this.claims = claims;
    this.json = json;
  }

  /** The claim that a command will ask for, so that a batch reads them at once. */
  static String claimId(TransferCommand command) {
    return PREFIX + command.transferId();
  }

  @Override
  public @Nullable Transfer find(String transferId) {
    Claim claim = claims.find(PREFIX + transferId);
    return claim == null ? null : json.readValue(claim.body(), Transfer.class);
  }

  @Override
  public void put(Transfer transfer) {
    claims.put(
        new Claim(
            PREFIX + transfer.id(),
            KIND,
            List.of(),
            transfer.state().isOpen(),
            null,
            null,
            json.writeValueAsBytes(transfer)));
  }
}
