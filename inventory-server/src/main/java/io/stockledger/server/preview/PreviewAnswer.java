package io.stockledger.server.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A preview was taken on.
 *
 * @param id under which it is found for an hour; none on a dry run
 * @param firstDay the first day that is played
 * @param lastDay the last one, today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(
    @Nullable String id,
    String channel,
    String rule,
    LocalDate firstDay,
    LocalDate lastDay,
    @Nullable Boolean dryRun) {}
