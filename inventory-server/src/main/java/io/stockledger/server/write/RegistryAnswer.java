package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a put into a registry.
 *
 * @param location the location that was put
 * @param sku the product that was put
 * @param rule the rule that was put
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistryAnswer(
    @Nullable String location,
    @Nullable String sku,
    @Nullable String rule,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    @Nullable Boolean dryRun) {}
