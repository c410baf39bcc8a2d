package io.stockledger.server.wiring;

import io.stockledger.api.inbound.InboundCommand;
import io.stockledger.command.inbound.Inbound;
import io.stockledger.command.inbound.InboundRegister;
import io.stockledger.ledger.Claim;
import io.stockledger.ledger.Claims;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Inbounds as claims of the ledger: their bodies are JSON. Found by their ids only, so that no
 * search among claims of other kinds meets them.
 */
final class ClaimedInbounds implements InboundRegister {
  private static final String KIND = "inbound";
  private static final String PREFIX = KIND + ":";

  private final Claims claims;
  private final JsonMapper json;

  ClaimedInbounds(Claims claims, JsonMapper json) {
    this.claims = claims;
    this.json = json;
  }

  /** The claims that a command will ask for, so that a batch reads them at once. */
  static Collection<String> claimIds(InboundCommand command) {
    return List.of(PREFIX + command.inboundId());
  }

  @Override
  public @Nullable Inbound find(String inboundId) {
    Claim claim = claims.find(PREFIX + inboundId);
    return claim == null ? null : json.readValue(claim.body(), Inbound.class);
  }

  @Override
  public void put(Inbound inbound) {
    claims.put(
        new Claim(
            PREFIX + inbound.id(),
            KIND,
            List.of(),
            inbound.open() > 0,
            null,
            null,
            json.writeValueAsBytes(inbound)));
  }
}
