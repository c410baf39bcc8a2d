package io.stockledger.api.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list of discrepancies, the oldest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscrepanciesView(
    List<DiscrepancyCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
