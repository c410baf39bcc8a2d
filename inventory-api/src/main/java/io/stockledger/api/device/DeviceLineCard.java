package io.stockledger.api.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as a device delivered it, and what became of it.
 *
 * @param problem the type of the refusal it met
 * @param itemVersion the item's, after it
 * @param late its gap had been passed before it arrived
 * @param waitedSince since when it waited, or waits, for a gap
 * @param settledAt absent while it waits
 * @param content all of it, where it stands nowhere else: waiting, refused, reused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceLineCard(
    long sequence,
    LineOutcome outcome,
    DeviceLineType type,
    String location,
    String sku,
    @Nullable String problem,
    @Nullable Long itemVersion,
    @Nullable String discrepancyId,
    boolean late,
    Instant occurredAt,
    @Nullable Instant waitedSince,
    @Nullable Instant settledAt,
    @Nullable DeviceLine content) {}
