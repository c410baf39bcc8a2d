package io.stockledger.api.location;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.stockledger.api.Answer.View;
import io.stockledger.api.alias.Alias;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One place that holds stock. */
public record LocationView(
    @JsonUnwrapped LocationCard location, long position, Instant asOf, String stamp)
    implements View {
  /** What the registry says of a place; see {@link LocationTraits}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LocationCard(
      String location,
      String name,
      LocationKind kind,
      String timeZone,
      @Nullable Degrees coordinates,
      @Nullable List<OpeningHours> opening,
      @Nullable Long countAccuracyPerMille,
      @Nullable List<TransferTime> transferTimes,
      @Nullable List<String> groups,
      @Nullable List<LocationSource> sources,
      @Nullable Pool pool,
      boolean retired,
      List<Alias> aliases,
      long version,
      Instant recordedAt) {}

  /** {@link Coordinates} in degrees, with six decimals at most. */
  public record Degrees(BigDecimal latitude, BigDecimal longitude) {
    private static final int DECIMALS = 6;

    public static Degrees of(Coordinates coordinates) {
      return new Degrees(
          degrees(coordinates.latitudeMicrodegrees()),
          degrees(coordinates.longitudeMicrodegrees()));
    }

    private static BigDecimal degrees(long microdegrees) {
      BigDecimal exact = BigDecimal.valueOf(microdegrees, DECIMALS).stripTrailingZeros();
      return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
  }
}
