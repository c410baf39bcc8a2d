package io.stockledger.server.location;

import io.stockledger.api.Identifiers;
import io.stockledger.api.Page;
import io.stockledger.api.location.Coordinates;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationQuery.LocationFilter;
import io.stockledger.api.location.LocationQuery.Near;
import io.stockledger.server.http.Checked;
import io.stockledger.server.problem.Faults;
import io.stockledger.server.read.Pages;
import io.stockledger.server.write.Forms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which locations: those that fit everything that is given.
 *
 * @param near latitude and longitude in decimal degrees, with a comma between
 * @param radius around it, in metres
 * @param q a part of their id or name
 */
record LocationParameters(
    @Nullable LocationKind kind,
    @Nullable @Pattern(regexp = Identifiers.PATTERN, message = Forms.ID) String group,
    @Nullable @Pattern(regexp = LocationParameters.PAIR, message = LocationParameters.FORM)
        String near,
    @Nullable @Min(1) @Max(20_040_000) Long radius,
    @Nullable @Size(min = 1, max = 200) String q,
    @Nullable Boolean retired,
    @Nullable @Min(1) @Max(Page.MAX_LIMIT) Long limit,
    @Nullable @Size(min = 1, max = Pages.LONGEST_CURSOR) String cursor)
    implements Checked {
  static final String PAIR = "^-?[0-9]{1,3}(\\.[0-9]{1,6})?,-?[0-9]{1,3}(\\.[0-9]{1,6})?$";
  static final String FORM = "must be latitude and longitude, such as 51.5074,-0.1278";

  @Override
  public void check(Faults faults, String path) {
    if ((near == null) != (radius == null) && !faults.knows("near") && !faults.knows("radius")) {
      faults.add(near == null ? "near" : "radius", "is needed with the other", null);
    }
    if (near != null && !faults.knows("near")) {
      Faults parts = new Faults(faults.now());
      degrees(near).check(parts, "");
      if (!parts.none()) {
        faults.add("near", FORM, near);
      }
    }
  }

  LocationFilter filter() {
    Coordinates centre = near == null ? null : degrees(near).coordinates();
    return new LocationFilter(
        kind,
        group,
        centre == null || radius == null ? null : new Near(centre, radius),
        q,
        retired);
  }

  private static CoordinatesRequest degrees(String pair) {
    List<String> parts = List.of(pair.split(",", -1));
    return new CoordinatesRequest(new BigDecimal(parts.get(0)), new BigDecimal(parts.get(1)));
  }

  Page page() {
    return Pages.of(limit, cursor);
  }
}
