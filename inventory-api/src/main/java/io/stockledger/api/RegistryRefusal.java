package io.stockledger.api;

import io.stockledger.api.alias.Alias;
import io.stockledger.api.stock.Figures;
import io.stockledger.api.stock.ItemId;
import java.util.List;

/** Why an entry of a registry stays as it is. */
public sealed interface RegistryRefusal extends Refusal {
  /** Somebody else changed it since. */
  record StaleRegistryVersion(String kind, String id, long expected, long actual)
      implements RegistryRefusal {
    @Override
    public String type() {
      return "version-mismatch";
    }
  }

  /**
   * Stock or promises are there.
   *
   * @param items some of them, at least one
   */
  record InUse(String kind, String id, List<ItemInUse> items) implements RegistryRefusal {
    @Override
    public String type() {
      return "in-use";
    }
  }

  /** An item that is not empty. */
  record ItemInUse(ItemId item, Figures figures) {}

  /**
   * A location would belong to itself.
   *
   * @param cycle the ids in order, the location first and last
   */
  record GroupCycle(String location, List<String> cycle) implements RegistryRefusal {
    @Override
    public String type() {
      return "group-cycle";
    }
  }

  /** It is not called so. */
  record UnknownAlias(String kind, Alias alias) implements RegistryRefusal {
    @Override
    public String type() {
      return "unknown-alias";
    }
  }

  /**
   * Another one has that alias.
   *
   * @param holder its id
   */
  record AliasTaken(String kind, Alias alias, String holder) implements RegistryRefusal {
    @Override
    public String type() {
      return "alias-taken";
    }
  }
}
