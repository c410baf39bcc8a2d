package io.stockledger.api.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list of transfers, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransfersView(
    List<TransferCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
