package io.stockledger.server.wiring;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.RegisterProduct;
import io.stockledger.command.registry.AliasRegister;
import io.stockledger.ledger.Claim;
import io.stockledger.ledger.Claims;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aliases as claims of the ledger: their bodies are the ids that they stand for. */
final class ClaimedAliases implements AliasRegister {
  private static final String CLAIM = "alias";

  private final Claims claims;

  ClaimedAliases(Claims claims) {
    this.claims = claims;
  }

  /** The claims that a command will ask for, as far as it tells. */
  static Collection<String> claimIds(ProductCommand command) {
    return command instanceof RegisterProduct c && c.traits().gtin() != null
        ? List.of(claimId(AliasKind.PRODUCT, Alias.ofGtin(c.traits().gtin())))
        : List.of();
  }

  @Override
  public @Nullable String find(AliasKind kind, Alias alias) {
    Claim claim = claims.find(claimId(kind, alias));
    return claim == null || !claim.open() ? null : new String(claim.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void put(AliasKind kind, Alias alias, String holder) {
    keep(kind, alias, holder, true);
  }

  @Override
  public void remove(AliasKind kind, Alias alias, String holder) {
    keep(kind, alias, holder, false);
  }

  private void keep(AliasKind kind, Alias alias, String holder, boolean open) {
    String stream =
        switch (kind) {
          case LOCATION -> RegisterLocation.stream(holder);
          case PRODUCT -> RegisterProduct.stream(holder);
        };
    claims.put(
        new Claim(
            claimId(kind, alias),
            CLAIM,
            List.of(stream),
            open,
            null,
            null,
            holder.getBytes(StandardCharsets.UTF_8)));
  }

  /** Neither kinds nor sources have a colon, so that no two aliases make one id. */
  private static String claimId(AliasKind kind, Alias alias) {
    return CLAIM + ":" + kind.word() + ":" + alias;
  }
}
