package io.stockledger.promise.replay;

import io.stockledger.api.location.LocationEvent;
import io.stockledger.api.location.LocationEvent.LocationAliasAdded;
import io.stockledger.api.location.LocationEvent.LocationAliasRemoved;
import io.stockledger.api.location.LocationEvent.LocationChanged;
import io.stockledger.api.location.LocationEvent.LocationRegistered;
import io.stockledger.api.location.LocationEvent.LocationReinstated;
import io.stockledger.api.location.LocationEvent.LocationRetired;
import io.stockledger.api.location.LocationEvent.LocationSourceBack;
import io.stockledger.api.location.LocationEvent.LocationSourceStale;
import io.stockledger.api.location.LocationKind;
import io.stockledger.api.location.LocationTraits;
import io.stockledger.api.location.Watch;
import io.stockledger.promise.Place;
import java.util.Collections;
import java.util.SortedMap;

/** A location and its sources as the registry knew them, evolved from its entries. */
public final class LocationReplay {
  private LocationKind kind = LocationKind.WAREHOUSE;
  private LocationTraits traits = LocationTraits.NONE;
  private boolean retired;
  private boolean registered;
  private SortedMap<String, Watch> watches = Collections.emptySortedMap();

  public void evolve(LocationEvent event) {
    registered = true;
    watches = Watch.after(watches, event);
    switch (event) {
      case LocationRegistered e -> says(e.kind(), e.traits());
      case LocationChanged e -> says(e.kind(), e.traits());
      case LocationRetired ignored -> retired = true;
      case LocationReinstated ignored -> retired = false;
      case LocationAliasAdded ignored -> {}
      case LocationAliasRemoved ignored -> {}
      case LocationSourceStale ignored -> {}
      case LocationSourceBack ignored -> {}
    }
  }

  private void says(LocationKind kind, LocationTraits traits) {
    this.kind = kind;
    this.traits = traits;
  }

  /** As it stands; later entries leave it as it is. */
  public PastLocation location() {
    return registered
        ? new PastLocation(kind, traits, retired, true, Place.of(traits, watches))
        : PastLocation.UNKNOWN;
  }
}
