package io.stockledger.server.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild was taken on.
 *
 * @param generation its number, under which it is found; none on a dry run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildAnswer(
    @Nullable Integer generation,
    boolean compare,
    @Nullable Instant askedAt,
    @Nullable Boolean dryRun) {}
