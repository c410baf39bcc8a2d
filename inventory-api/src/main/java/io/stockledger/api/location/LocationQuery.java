package io.stockledger.api.location;

import io.stockledger.api.Answer.View;
import io.stockledger.api.Page;
import io.stockledger.api.Query;
import org.jspecify.annotations.Nullable;

/** What may be asked about the registry of locations. */
public sealed interface LocationQuery<V extends View> extends Query<V> {
  /** One of them. Unknown: {@code unknown-location}. */
  record FindLocation(String location) implements LocationQuery<LocationView> {}

  /** Those that the filter leaves, by id. */
  record ListLocations(LocationFilter filter, Page page) implements LocationQuery<LocationsView> {}

  /** Who tells of its stock. Unknown: {@code unknown-location}. */
  record FindSources(String location) implements LocationQuery<SourcesView> {}

  /**
   * Sources of which nothing is heard, by location and name.
   *
   * @param location none for all
   */
  record ListStaleSources(@Nullable String location, Page page)
      implements LocationQuery<StaleSourcesView> {}

  /** Every source in use that is expected to report, with what was heard of it. */
  record ListSourceSigns() implements LocationQuery<SourceSignsView> {}

  /**
   * Which locations are wanted; what is absent leaves all.
   *
   * @param group that they belong to, themselves or by another group
   * @param near where they lie
   * @param text a part of their id or name, whatever its case
   */
  record LocationFilter(
      @Nullable LocationKind kind,
      @Nullable String group,
      @Nullable Near near,
      @Nullable String text,
      @Nullable Boolean retired) {
    public static final LocationFilter ALL = new LocationFilter(null, null, null, null, null);
  }

  /**
   * A circle on the earth's surface.
   *
   * @param metres its radius, from 1
   */
  record Near(Coordinates centre, long metres) {}
}
