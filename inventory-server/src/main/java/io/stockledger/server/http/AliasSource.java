package io.stockledger.server.http;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import org.jspecify.annotations.Nullable;

/** Knows which of the ledger's ids an alias stands for, with all that was put before. */
@FunctionalInterface
public interface AliasSource {
  /** Nothing for one that stands for nothing. */
  @Nullable String find(AliasKind kind, Alias alias);
}
