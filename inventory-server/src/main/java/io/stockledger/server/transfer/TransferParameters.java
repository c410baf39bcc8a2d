package io.stockledger.server.transfer;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.Reference;
import io.stockledger.api.transfer.TransferQuery.ListTransfers;
import io.stockledger.api.transfer.TransferState;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which transfers: those that fit everything that is given. */
record TransferParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String from,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String to,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @Nullable TransferState state,
    @Nullable @Size(min = 1, max = Reference.MAX_TYPE_LENGTH) String referenceType,
    @Nullable @Size(min = 1, max = Reference.MAX_ID_LENGTH) String reference,
    @Nullable Instant expectedBefore,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor) {

  ListTransfers query() {
    return new ListTransfers(
        from,
        to,
        location,
        sku,
        state,
        referenceType,
        reference,
        expectedBefore,
        Pages.of(limit, cursor));
  }
}
