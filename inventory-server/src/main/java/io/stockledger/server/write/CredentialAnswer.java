package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.credential.Right;
import io.stockledger.api.credential.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command on credentials.
 *
 * @param key the API key itself: in the very first answer only, never in a repeat
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialAnswer(
    String credentialId,
    String client,
    List<Role> roles,
    List<Right> rights,
    @Nullable String channel,
    @Nullable Instant validUntil,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    @Nullable String key,
    @Nullable Boolean dryRun) {}
