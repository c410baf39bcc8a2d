package io.stockledger.server.channel;

import io.stockledger.api.Identifiers;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** At one location, or without it over all of the channel's. */
record PlaceParameters(
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String location) {}
