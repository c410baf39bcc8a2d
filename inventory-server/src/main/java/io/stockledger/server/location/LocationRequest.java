package io.stockledger.server.location;

import io.stockledger.api.Identifiers;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.RegisterLocation;
import io.stockledger.server.http.Checked;
import io.stockledger.server.http.Write;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.write.Forms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the registry says of a place. */
record LocationRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull LocationKind kind,
    @Nullable @Size(max = 64) String timeZone,
    @Nullable @Valid CoordinatesRequest coordinates,
    @Nullable @Size(max = 50) List<@NotNull @Valid OpeningRequest> opening,
    @Nullable @Min(0) @Max(1_000) Long countAccuracyPerMille,
    @Nullable @Size(max = 1_000) List<@NotNull @Valid TransferTimeRequest> transferTimes,
    @Nullable @Size(max = 20)
        List<@NotNull @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String> groups,
    @Nullable @Size(max = 20) List<@NotNull @Valid SourceRequest> sources,
    @Nullable @Valid PoolRequest pool)
    implements Checked {
  private static final String UTC = "UTC";

  /** The place's time zone, where nothing else is said that of the ledger. */
  String zone() {
    return timeZone == null ? UTC : timeZone;
  }

  LocationTraits traits() {
    return new LocationTraits(
        coordinates == null ? null : coordinates.coordinates(),
        noneIfEmpty(opening == null ? null : opening.stream().map(OpeningRequest::hours).toList()),
        countAccuracyPerMille,
        noneIfEmpty(
            transferTimes == null
                ? null
                : transferTimes.stream().map(TransferTimeRequest::time).toList()),
        noneIfEmpty(groups),
        noneIfEmpty(
            sources == null ? null : sources.stream().map(SourceRequest::locationSource).toList()),
        pool == null ? null : pool.pool());
  }

  RegisterLocation command(String id, Write write) {
    return new RegisterLocation(id, name, kind, zone(), traits(), write.ifVersion());
  }

  /** An empty list says no more than an absent one. */
  private static <T> @Nullable List<T> noneIfEmpty(@Nullable List<T> list) {
    return list == null || list.isEmpty() ? null : List.copyOf(list);
  }

  @Override
  public void check(Faults faults, String path) {
    if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
      faults.add("timeZone", "must be an IANA zone id, such as Europe/Vienna", timeZone);
    }
    if (coordinates != null) {
      coordinates.check(faults, "coordinates.");
    }
    if (opening != null) {
      OpeningRequest.checkAll(opening, faults);
    }
    if (transferTimes != null) {
      TransferTimeRequest.checkAll(transferTimes, faults);
    }
    if (sources != null) {
      SourceRequest.checkAll(sources, faults);
    }
    if (groups != null) {
      checkOnce(groups, "groups", "", faults);
    }
    if (pool != null) {
      pool.check(kind, faults);
    }
  }

  /** That no two are the same. */
  static void checkOnce(
      List<? extends @Nullable String> names, String list, String field, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name != null && !seen.add(name)) {
        faults.add(list + "[" + i + "]" + field, "is there twice", name);
      }
    }
  }
}
