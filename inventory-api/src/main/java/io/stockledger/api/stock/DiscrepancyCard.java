package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement of shelf and book.
 *
 * @param stated what its sender said had moved, where a fact was impossible
 * @param recorded what the book could record of that
 * @param missing units that the book has and the shelf has not, signed, as far as that is known
 * @param reason what it is explained with, so far
 * @param flaggedAt when the ledger learned of it
 * @param closedAt when it was settled
 * @param correctionSeconds from the one to the other, in whole seconds
 * @param version of the item's last entry about it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscrepancyCard(
    String discrepancyId,
    String location,
    String sku,
    DiscrepancyState state,
    String cause,
    Condition condition,
    @Nullable Long stated,
    @Nullable Long recorded,
    @Nullable Long missing,
    @Nullable String reason,
    @Nullable String note,
    @Nullable String source,
    @Nullable Reference reference,
    Instant flaggedAt,
    @Nullable Instant explainedAt,
    @Nullable Instant closedAt,
    @Nullable Long correctionSeconds,
    long version) {}
