package io.stockledger.api.credential;

import io.stockledger.api.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential as a command left it; never its secret.
 *
 * @param validUntil when it ends, absent when it does not
 * @param created it came into being by this command
 */
public record CredentialOutcome(
    String client,
    String credentialId,
    List<Role> roles,
    List<Right> rights,
    @Nullable String channel,
    @Nullable Instant validUntil,
    long version,
    Instant recordedAt,
    boolean created)
    implements Outcome {}
