package io.stockledger.api.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.audit.AsOfView.ItemAsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of a location at a moment of the recorded clock, those that had an entry by then. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AsOfListView(
    String location,
    Instant at,
    List<ItemAsOf> items,
    @Nullable String next,
    long position,
    Instant asOf,
    String stamp)
    implements View {}
