package io.stockledger.api.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a list of vendors, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record VendorsView(
    List<VendorFigures> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
