package io.stockledger.api.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the promises that were made in a period, group by group.
 *
 * @param from the first moment of the period
 * @param until the first moment after it
 * @param items in the order of the groups' names; promises through no channel first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseAccuracyView(
    Instant from,
    Instant until,
    PromiseGrouping by,
    List<PromiseFigures> items,
    @Nullable String next,
    long position,
    Instant asOf,
    String stamp)
    implements View {}
