package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stockledger.api.Answer.View;
import io.stockledger.api.location.LocationView.LocationCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the list of places, by id. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocationsView(
    List<LocationCard> items, @Nullable String next, long position, Instant asOf, String stamp)
    implements View {}
