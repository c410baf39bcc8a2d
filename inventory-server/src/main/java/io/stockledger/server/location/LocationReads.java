package io.stockledger.server.location;

import io.stockledger.api.location.LocationQuery.FindLocation;
import io.stockledger.api.location.LocationQuery.ListLocations;
import io.stockledger.api.location.LocationView;
import io.stockledger.api.location.LocationsView;
import io.stockledger.server.http.Read;
import io.stockledger.server.read.ReadModels;
import io.stockledger.server.read.Reads;
import io.stockledger.server.security.Requires;
import io.stockledger.server.security.Scope;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registry of locations as it is now. */
@RestController
@RequestMapping(path = "/v1/locations", produces = MediaType.APPLICATION_JSON_VALUE)
class LocationReads {
  private final Reads reads;

  LocationReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<LocationsView> list(@ParameterObject LocationParameters parameters, Read read) {
    return reads.answer(
        new ListLocations(parameters.filter(), parameters.page()), read, ReadModels.REGISTRY);
  }

  @GetMapping("/{id}")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<LocationView> one(@PathVariable String id, Read read) {
    return reads.answer(new FindLocation(id), read, ReadModels.REGISTRY);
  }
}
