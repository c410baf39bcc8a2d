package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For which item, and for which moment.
 *
 * @param at by the clock of the ledger; none means now
 */
record EffectiveParameters(
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String sku,
    @NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location,
    @Nullable Instant at) {}
