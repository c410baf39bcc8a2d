package io.stockledger.api;

/** Why an entry of a registry is not put. */
public sealed interface RegistryRefusal extends Refusal {
  /** Somebody else changed it since. */
  record StaleRegistryVersion(String kind, String id, long expected, long actual)
      implements RegistryRefusal {
    @Override
    public String type() {
      return "version-mismatch";
    }
  }
}
