package io.stockledger.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.audit.AsOccurredView.ItemAsOccurred;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of a location at a moment of the occurred clock. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AsOccurredListView(
    String location,
    Instant at,
    List<ItemAsOccurred> items,
    @Nullable String next,
    long position,
    Instant asOf,
    String stamp)
    implements View {}
