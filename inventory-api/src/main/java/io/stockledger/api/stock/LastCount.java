package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/** The newest count of an item by ({@code occurredAt}, version), whatever conditions it named. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LastCount(
    long version,
    Instant occurredAt,
    CountMethod method,
    CountKind kind,
    Map<Condition, Long> counted) {}
