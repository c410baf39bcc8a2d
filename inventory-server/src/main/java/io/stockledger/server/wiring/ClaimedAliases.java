package io.stockledger.server.wiring;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.api.location.LocationCommand;
import io.stockledger.api.location.LocationCommand.AddLocationAlias;
import io.stockledger.api.location.LocationCommand.JudgeSource;
import io.stockledger.api.location.LocationCommand.ReinstateLocation;
import io.stockledger.api.location.LocationCommand.RemoveLocationAlias;
import io.stockledger.api.location.LocationCommand.RetireLocation;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.api.product.ProductCommand;
import io.stockledger.api.product.ProductCommand.AddProductAlias;
import io.stockledger.api.product.ProductCommand.ReinstateProduct;
import io.stockledger.api.product.ProductCommand.RemoveProductAlias;
import io.stockledger.api.product.ProductCommand.RetireProduct;
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
    return switch (command) {
      case RegisterProduct c -> {
        String gtin = c.traits().gtin();
        yield gtin == null ? List.of() : List.of(claimId(AliasKind.PRODUCT, Alias.ofGtin(gtin)));
      }
      case AddProductAlias c -> List.of(claimId(AliasKind.PRODUCT, c.alias()));
      case RemoveProductAlias c -> List.of(claimId(AliasKind.PRODUCT, c.alias()));
      case RetireProduct ignored -> List.of();
      case ReinstateProduct ignored -> List.of();
    };
  }

  /** The same of a location. */
  static Collection<String> claimIds(LocationCommand command) {
    return switch (command) {
      case AddLocationAlias c -> List.of(claimId(AliasKind.LOCATION, c.alias()));
      case RemoveLocationAlias c -> List.of(claimId(AliasKind.LOCATION, c.alias()));
      case RegisterLocation ignored -> List.of();
      case RetireLocation ignored -> List.of();
      case ReinstateLocation ignored -> List.of();
      case JudgeSource ignored -> List.of();
    };
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
    claims.put(
        new Claim(
            claimId(kind, alias),
            CLAIM,
            List.of(stream(kind, holder)),
            open,
            null,
            null,
            holder.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether a stream is that of something that aliases stand for. */
  static boolean mayHaveAliases(String stream) {
    return stream.startsWith(RegisterLocation.stream(""))
        || stream.startsWith(RegisterProduct.stream(""));
  }

  /** The stream of what an alias stands for. */
  static String stream(AliasKind kind, String holder) {
    return switch (kind) {
      case LOCATION -> RegisterLocation.stream(holder);
      case PRODUCT -> RegisterProduct.stream(holder);
    };
  }

  /** Neither kinds nor sources have a colon, so that no two aliases make one id. */
  private static String claimId(AliasKind kind, Alias alias) {
    return CLAIM + ":" + kind.word() + ":" + alias;
  }
}
