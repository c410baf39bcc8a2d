package io.stockledger.command.registry;

import io.stockledger.api.Refusal;
import java.util.List;

/**
 * What the rules of the registry answer.
 *
 * @param <E> the events of the family
 */
public sealed interface RegistryVerdict<E> {
  /** It stays as it is. */
  record Refused<E>(Refusal refusal) implements RegistryVerdict<E> {}

  /** Nothing happens where it is so already. */
  record Accepted<E>(List<E> events) implements RegistryVerdict<E> {}

  static <E> RegistryVerdict<E> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** It is so already. */
  static <E> RegistryVerdict<E> unchanged() {
    return new Accepted<>(List.of());
  }

  static <E> RegistryVerdict<E> happens(E event) {
    return new Accepted<>(List.of(event));
  }
}
