package io.stockledger.api.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Reference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a transfer.
 *
 * @param from the location that its units leave
 * @param to the location at which they arrive
 * @param expectedAt the earliest moment at which something that is open should arrive, as far as
 *     that is known
 * @param requestedAt when it was recorded first
 * @param closedAt when nothing was open any more, absent while open
 * @param parts in the order in which they left
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransferCard(
    String transferId,
    TransferState state,
    String from,
    String to,
    @Nullable Instant expectedAt,
    @Nullable Reference reference,
    Instant requestedAt,
    @Nullable Instant closedAt,
    List<TransferLine> lines,
    List<TransferPart> parts) {}
