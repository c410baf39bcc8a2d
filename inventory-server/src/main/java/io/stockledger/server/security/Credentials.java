package io.stockledger.server.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.stockledger.api.Answer;
import io.stockledger.api.credential.CredentialQuery.FindCredential;
import io.stockledger.api.credential.CredentialSecretView;
import io.stockledger.api.credential.CredentialsView.CredentialCard;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Knows valid keys. What it knows may be a second old, so that a revoked key opens nothing two
 * seconds later.
 */
@Component
public class Credentials {
  private static final Duration MEMORY = Duration.ofMillis(900);
  private static final int MOST_REMEMBERED = 10_000;

  private final LoadingCache<String, Asked> asked;
  private final Clock clock;

  Credentials(CredentialSource source, Clock clock) {
    this.clock = clock;
    this.asked =
        Caffeine.newBuilder()
            .expireAfterWrite(MEMORY)
            .maximumSize(MOST_REMEMBERED)
            .build(id -> ask(source, id));
  }

  /** What the source said. That it cannot say is remembered, too: else each asks for himself. */
  private sealed interface Asked {
    Optional<Known> known();
  }

  private record Said(Optional<Known> known) implements Asked {}

  private record Silent(RuntimeException failure) implements Asked {
    @Override
    public Optional<Known> known() {
      throw failure;
    }
  }

  private static Asked ask(CredentialSource source, String id) {
    try {
      return new Said(known(source.answer(new FindCredential(id))));
    } catch (RuntimeException e) {
      return new Silent(e);
    }
  }

  /** A credential, and whom it speaks for. */
  private record Known(CredentialSecretView view, Caller caller) {}

  private static Optional<Known> known(Answer answer) {
    return answer instanceof CredentialSecretView found
        ? Optional.of(new Known(found, caller(found.credential())))
        : Optional.empty();
  }

  Optional<Caller> callerWith(ApiKey key) {
    return asked
        .get(key.credentialId())
        .known()
        .filter(found -> key.hashesTo(found.view().secretHash()))
        .filter(found -> found.view().credential().isValidAt(clock.instant()))
        .map(Known::caller);
  }

  /** Whether the credential that somebody came in with is still one. */
  public boolean isStillGood(Caller caller) {
    return asked
        .get(caller.credentialId())
        .known()
        .filter(found -> found.view().credential().isValidAt(clock.instant()))
        .isPresent();
  }

  private static Caller caller(CredentialCard card) {
    return new Caller(
        card.client(),
        card.credentialId(),
        Set.copyOf(card.roles()),
        Set.copyOf(card.rights()),
        card.channel());
  }
}
