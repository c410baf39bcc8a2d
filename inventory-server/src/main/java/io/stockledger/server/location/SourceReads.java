package io.stockledger.server.location;

import io.stockledger.api.location.LocationQuery.FindSources;
import io.stockledger.api.location.LocationQuery.ListStaleSources;
import io.stockledger.api.location.SourcesView;
import io.stockledger.api.location.StaleSourcesView;
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

/** Who tells of stock, and who has not for too long. */
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SourceReads {
  private final Reads reads;

  SourceReads(Reads reads) {
    this.reads = reads;
  }

  @GetMapping("/locations/{id}/sources")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<SourcesView> sources(@PathVariable String id, Read read) {
    return reads.answer(new FindSources(id), read, ReadModels.REGISTRY);
  }

  @GetMapping("/stale-sources")
  @Requires(Scope.REGISTRY_READ)
  ResponseEntity<StaleSourcesView> stale(@ParameterObject StaleParameters parameters, Read read) {
    return reads.answer(
        new ListStaleSources(parameters.location(), parameters.page()), read, ReadModels.REGISTRY);
  }
}
