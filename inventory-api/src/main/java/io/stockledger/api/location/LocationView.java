package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import java.time.Instant;

/** One place that holds stock. */
public record LocationView(
    @JsonUnwrapped LocationCard location, long position, Instant asOf, String stamp)
    implements View {
  /** What the registry says of a place. */
  public record LocationCard(
      String location,
      String name,
      LocationKind kind,
      String timeZone,
      long version,
      Instant recordedAt) {}
}
