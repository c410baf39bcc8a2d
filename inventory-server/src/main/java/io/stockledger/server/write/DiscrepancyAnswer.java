package io.stockledger.server.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.stock.DiscrepancyState;
import io.stockledger.api.stock.Figures;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a write about a discrepancy.
 *
 * @param version of the item's last entry
 * @param position of the command's last entry, absent on a dry run
 * @param events what happened to the item by this command
 * @param figures of the item
 * @param dryRun true where nothing was written
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscrepancyAnswer(
    String location,
    String sku,
    long version,
    @Nullable Long position,
    Instant recordedAt,
    List<String> events,
    String discrepancyId,
    DiscrepancyState state,
    Figures figures,
    @Nullable Boolean dryRun) {}
