package io.stockledger.command.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.credential.CredentialEvent;
import io.stockledger.api.credential.CredentialEvent.CredentialIssued;
import io.stockledger.api.credential.CredentialEvent.CredentialRevoked;
import io.stockledger.api.credential.CredentialEvent.CredentialRotated;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The owner of credentials.
 *
 * @param version how many entries it evolved from, from 1
 * @param credentials by id, ended ones included, so that an id is never given twice
 */
public record Client(
    String client, long version, Instant lastRecordedAt, Map<String, Credential> credentials) {

  /**
   * @param validUntil from when on it opens nothing; absent while it has no end
   * @param ended it was revoked or replaced, maybe with some time left
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Credential(
      List<Role> roles,
      List<Right> rights,
      @Nullable String channel,
      @Nullable Instant validUntil,
      boolean ended) {
    Credential endingAt(Instant moment) {
      return new Credential(roles, rights, channel, moment, true);
    }
  }

  static Client evolve(@Nullable Client before, CredentialEvent event) {
    Map<String, Credential> next = new TreeMap<>();
    if (before != null) {
      next.putAll(before.credentials);
    }
    switch (event) {
      case CredentialIssued e ->
          next.put(
              e.credentialId(), new Credential(e.roles(), e.rights(), e.channel(), null, false));
      case CredentialRotated e -> {
        Credential old = require(next, e.replaces());
        next.put(e.replaces(), old.endingAt(e.oldValidUntil()));
        next.put(
            e.credentialId(),
            new Credential(old.roles(), old.rights(), old.channel(), null, false));
      }
      case CredentialRevoked e ->
          next.put(e.credentialId(), require(next, e.credentialId()).endingAt(e.recordedAt()));
    }
    return new Client(
        event.client(),
        before == null ? 1 : before.version + 1,
        event.recordedAt(),
        Collections.unmodifiableMap(next));
  }

  private static Credential require(Map<String, Credential> credentials, String id) {
    Credential credential = credentials.get(id);
    if (credential == null) {
      throw new IllegalStateException("no such credential: " + id);
    }
    return credential;
  }
}
