package io.stockledger.server.wiring;

import io.stockledger.command.device.DeviceWaits;
import io.stockledger.ledger.Claim;
import io.stockledger.ledger.Claims;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when devices are waited for, as claims of the ledger that fall due. */
final class ClaimedDevices implements DeviceWaits {
  private static final String KIND = "device";
  private static final String PREFIX = KIND + ":";
  private static final byte[] NOTHING_MORE = {};

  private final Claims claims;

  ClaimedDevices(Claims claims) {
    this.claims = claims;
  }

  @Override
  public void put(String device, @Nullable Instant dueAt) {
    claims.put(
        new Claim(PREFIX + device, KIND, List.of(), dueAt != null, dueAt, null, NOTHING_MORE));
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return claims.due(now, limit).stream()
        .filter(claim -> claim.kind().equals(KIND))
        .map(claim -> claim.id().substring(PREFIX.length()))
        .toList();
  }
}
