package io.stockledger.server.wiring;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.alias.AliasKind;
import io.stockledger.command.registry.AliasRegister;
import io.stockledger.server.http.AliasSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Aliases from memory, where they are known, else from the ledger. What a location or product is
 * called is forgotten as soon as an entry of it is heard: of this node before anybody is answered,
 * of others from the feed.
 */
final class RememberedAliases implements AliasSource {
  /** So many at most; beyond that all are asked for again. */
  private static final int MOST = 200_000;

  private record Called(AliasKind kind, Alias alias) {}

  private final AliasRegister register;
  private final Map<Called, String> holders = new ConcurrentHashMap<>();
  private final Map<String, Set<Called>> byStream = new HashMap<>();
  private long heard;

  RememberedAliases(AliasRegister register) {
    this.register = register;
  }

  @Override
  public @Nullable String find(AliasKind kind, Alias alias) {
    Called called = new Called(kind, alias);
    String known = holders.get(called);
    if (known != null) {
      return known;
    }
    long before = heardSoFar();
    String holder = register.find(kind, alias);
    if (holder != null) {
      remember(called, holder, before);
    }
    return holder;
  }

  private synchronized long heardSoFar() {
    return heard;
  }

  /** Only if nothing was heard in the meantime that may have changed it. */
  private synchronized void remember(Called called, String holder, long before) {
    if (heard != before) {
      return;
    }
    if (holders.size() >= MOST) {
      forget();
    }
    holders.put(called, holder);
    byStream
        .computeIfAbsent(ClaimedAliases.stream(called.kind(), holder), stream -> new HashSet<>())
        .add(called);
  }

  /** Entries of these streams were written. */
  void heard(Set<String> streams) {
    if (streams.stream().noneMatch(ClaimedAliases::mayHaveAliases)) {
      return;
    }
    synchronized (this) {
      heard++;
      for (String stream : streams) {
        Set<Called> calledSo = byStream.remove(stream);
        if (calledSo != null) {
          calledSo.forEach(holders::remove);
        }
      }
    }
  }

  /** Whatever may have been written. */
  synchronized void forget() {
    heard++;
    holders.clear();
    byStream.clear();
  }
}
