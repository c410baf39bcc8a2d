package io.stockledger.server.discrepancy;

import io.stockledger.api.Identifiers;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to look; everywhere without a location. */
record SummaryParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location) {}
