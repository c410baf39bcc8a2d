package io.stockledger.command.registry;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import org.jspecify.annotations.Nullable;

/**
 * Which alias stands for what, so that none stands for two. Written in the transaction of the
 * entries, read with everything that was put before in the same batch.
 */
public interface AliasRegister {
  /** The ledger's id that an alias stands for. */
  @Nullable String find(AliasKind kind, Alias alias);

  /** From now on it stands for this. */
  void put(AliasKind kind, Alias alias, String holder);

  /** It stands for nothing any more. */
  void remove(AliasKind kind, Alias alias, String holder);
}
